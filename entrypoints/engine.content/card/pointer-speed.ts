/** Measures how fast the pointer moves, so that marks it only flies over can be ignored. */

/** A faster pointer flies over what is under it, in CSS pixels per ms. */
export const FLY_BY = 0.5;

/** Samples the speed is measured over: one interval alone would be noise. */
const SAMPLES = 3;
/** A pointer without samples for longer than this has stopped in between, in ms. */
const PAUSE_MS = 100;

/** The speed over the latest samples. */
export class PointerSpeed {
  #samples: { x: number; y: number; timeMs: number }[] = [];

  /**
   * Adds a sample. @param timeMs from any origin, ascending.
   * @returns the speed at it, in CSS pixels per ms; infinite where the pointer moved in no time.
   */
  add(x: number, y: number, timeMs: number): number {
    const last = this.#samples.at(-1);
    if (last && timeMs - last.timeMs > PAUSE_MS) this.#samples = [];
    this.#samples.push({ x, y, timeMs });
    if (this.#samples.length > SAMPLES) this.#samples.shift();
    let distance = 0;
    for (const [i, sample] of this.#samples.entries()) {
      const before = this.#samples[i - 1];
      if (before) distance += Math.hypot(sample.x - before.x, sample.y - before.y);
    }
    const time = timeMs - (this.#samples[0]?.timeMs ?? timeMs);
    if (distance === 0) return 0;
    return time > 0 ? distance / time : Number.POSITIVE_INFINITY;
  }
}
