/** Owns `npm run glossary -- check`: what stops the build, and what is worth a second look, in one report. */
import { compileGlossary, type GlossarySources } from '../editor/compile';
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
  const errors = errorsOf(sources);
  // What is marked where is known of a glossary that compiles, and of no other.
  const inWords = errors.length > 0 ? [] : findInOrdinaryWords(sources);
  const warnings = [...findWarnings(readEntryFiles(sources.entries)), ...inWords];
  const lines = [
    ...[...errors].sort(byPlace).map((problem) => `error    ${formatProblem(problem)}`),
    ...[...warnings].sort(byPlace).map((problem) => `warning  ${formatProblem(problem)}`),
    `${errors.length} errors, ${warnings.length} warnings`,
  ];
  return { text: lines.join('\n'), hasErrors: errors.length > 0 };
}

function errorsOf(sources: GlossarySources): readonly Problem[] {
  try {
    compileGlossary(sources);
    return [];
  } catch (error) {
    if (error instanceof GlossaryError) return error.problems;
    throw error;
  }
}

function byPlace(a: Problem, b: Problem): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}
