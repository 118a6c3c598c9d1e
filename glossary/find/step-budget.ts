/** Owns how work is cut into steps, between which the caller may do something else. */

/** Does all steps at once. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Pieces of work in one step: a piece is what weighing a hit or looking at a candidate costs, some microseconds. */
export const STEP_PIECES = 1024;

/** Counts pieces of work. One for all loops of a task, so that many short ones make steps as one long one does. */
export class StepBudget {
  readonly #pieces: number;
  #left: number;

  constructor(pieces: number) {
    this.#pieces = pieces;
    this.#left = pieces;
  }

  /** To be asked at each piece: whether it is time to yield. */
  spend(): boolean {
    if (--this.#left > 0) return false;
    this.#left = this.#pieces;
    return true;
  }
}
