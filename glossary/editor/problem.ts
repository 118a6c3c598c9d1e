/** Owns how a fault in what an editor wrote is told: the place, what is wrong, what to do. */

export interface Problem {
  /** Path relative to `glossary/`, as the sources were given. */
  file: string;
  /** 1-based; 0 where the whole file is meant. */
  line: number;
  message: string;
  /** What the editor can do about it, as a sentence. */
  advice: string;
}

/** Thrown where there is no way on: the build stops. The message lists every problem found, a line each. */
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
