/** A part of the search that is made in steps, or at once when a query needs it before. */

/** Forms or texts that are read in one step: a few milliseconds. */
export const STEP_TEXTS = 256;

/** Made once. */
export class Gradual<T> {
  readonly #steps: Generator<void, T>;
  #made: { value: T } | null = null;

  constructor(steps: Generator<void, T>) {
    this.#steps = steps;
  }

  /** Makes it in steps. May be abandoned, and called again. */
  *making(): Generator<void, void> {
    while (!this.#step()) yield;
  }

  /** Makes at once what is left of it. */
  get(): T {
    for (;;) {
      const made = this.#step();
      if (made) return made.value;
    }
  }

  #step(): { value: T } | null {
    if (this.#made) return this.#made;
    const step = this.#steps.next();
    if (step.done) this.#made = { value: step.value };
    return this.#made;
  }
}
