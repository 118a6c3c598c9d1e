/** Implements `npm run glossary -- check`: reports errors, which stop the build, and warnings. */
import { type Compiled, compileGlossary, type GlossarySources } from '../editor/compile';
import { formatProblem, GlossaryError, type Problem } from '../editor/problem';
import { readEntryFiles } from '../editor/read-entries';
import { findWarnings } from '../editor/warnings';
import { findInOrdinaryWords } from './ordinary-words';

/** A report as printed. */
export interface Report {
  text: string;
  hasErrors: boolean;
}

/** Errors first, then warnings, each sorted by file and line, and their numbers. Takes a second or two. */
export function checkGlossary(sources: GlossarySources): Report {
  const { compiled, errors } = compileOrExplain(sources);
  const files = readEntryFiles(sources.entries);
  // Only a glossary that compiles has a finder.
  const warnings = [...findWarnings(files), ...(compiled ? findInOrdinaryWords(files, compiled) : [])];
  const lines = [
    ...[...errors].sort(byPlace).map((problem) => `error    ${formatProblem(problem)}`),
    ...[...warnings].sort(byPlace).map((problem) => `warning  ${formatProblem(problem)}`),
    `${errors.length} errors, ${warnings.length} warnings`,
  ];
  return { text: lines.join('\n'), hasErrors: errors.length > 0 };
}

function compileOrExplain(sources: GlossarySources): { compiled: Compiled | null; errors: readonly Problem[] } {
  try {
    return { compiled: compileGlossary(sources), errors: [] };
  } catch (error) {
    if (error instanceof GlossaryError) return { compiled: null, errors: error.problems };
    throw error;
  }
}

function byPlace(a: Problem, b: Problem): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}
