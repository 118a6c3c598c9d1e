/** Divides long work into steps: a generator yields when the budget of a step is spent. */

/** Runs all steps at once. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Pieces of work in one step. A piece is the evaluation of one hit or candidate: some microseconds. */
export const STEP_PIECES = 1024;

/** Counts pieces of work. Share one among all loops of a task, so that many short loops yield as one long loop does. */
export class StepBudget {
  readonly #pieces: number;
  #left: number;

  /** @param pieces how many make a step. */
  constructor(pieces: number) {
    this.#pieces = pieces;
    this.#left = pieces;
  }

  /** Spends pieces. @returns whether the step is over, so that the caller should yield. */
  spend(pieces = 1): boolean {
    this.#left -= pieces;
    if (this.#left > 0) return false;
    this.#left = this.#pieces;
    return true;
  }
}
