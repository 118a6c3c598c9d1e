/** Problems in the editors' files: place, message, advice. */

/** A problem. */
export interface Problem {
  /** Path relative to `glossary/`, as the sources were given. */
  file: string;
  /** 1-based; 0 for the whole file. */
  line: number;
  message: string;
  /** Advice to the editor, as a sentence. */
  advice: string;
}

/** Stops the build. The message lists all problems, one in each line. */
export class GlossaryError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`The glossary has ${problems.length} problem(s):\n${problems.map(formatProblem).join('\n')}`);
    this.name = 'GlossaryError';
    this.problems = problems;
  }
}

/** `glossary/entries/people.yaml:12: message. Advice.` */
export function formatProblem({ file, line, message, advice }: Problem): string {
  return `glossary/${file}:${line}: ${message}. ${advice}`;
}
