/** Owns `npm run glossary -- check`: what stops the build, and what is worth a second look, in one report. */
import { type Compiled, compileGlossary, type GlossarySources } from '../editor/compile';
import { formatProblem, GlossaryError, type Problem } from '../editor/problem';
import { readEntryFiles } from '../editor/read-entries';
import { findWarnings } from '../editor/warnings';
import { findInOrdinaryWords } from './ordinary-words';

export interface Report {
  text: string;
  hasErrors: boolean;
}

/** The report on these sources: errors first, then warnings, each with its place, by file and line. */
export function checkGlossary(sources: GlossarySources): Report {
  const { compiled, errors } = compileOrExplain(sources);
  const files = readEntryFiles(sources.entries);
  // What is marked where is known of a glossary that compiles, and of no other.
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
