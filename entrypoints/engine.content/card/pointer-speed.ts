/** Measures the speed of the pointer, so that marks it passes over quickly are ignored. */

/** A faster pointer only passes over a mark, in CSS pixels per ms. */
export const FLY_BY = 0.5;

/** The speed is the lower one of two times, in ms: one interval alone would be noise. This one notices a pointer that slows down. */
const SHORT_MS = 60;
/** This one notices a hand that trembles to and fro. */
const LONG_MS = 120;
/** A pointer without samples for longer than this has stopped in between, in ms. */
const PAUSE_MS = 100;

interface Sample {
  x: number;
  y: number;
  timeMs: number;
}

/** The speed over the latest samples. */
export class PointerSpeed {
  #samples: Sample[] = [];

  /**
   * Adds a sample. @param timeMs from any origin, ascending.
   * @returns the speed at it, in CSS pixels per ms: how far apart the places of the latest samples are, by their time, so
   *   that a hand which trembles in one place is slow. Infinite where the pointer moved in no time.
   */
  add(x: number, y: number, timeMs: number): number {
    const last = this.#samples.at(-1);
    if (last && timeMs - last.timeMs > PAUSE_MS) this.#samples = [];
    // The last sample stays in any case: there is no speed of one.
    this.#samples = this.#samples.filter((sample) => sample === last || timeMs - sample.timeMs <= LONG_MS);
    this.#samples.push({ x, y, timeMs });
    return Math.min(this.#speedIn(SHORT_MS), this.#speedIn(LONG_MS));
  }

  /** The last two samples count in any case: there is no speed of one. */
  #speedIn(windowMs: number): number {
    const end = this.#samples.at(-1)?.timeMs ?? 0;
    const samples = this.#samples.filter(({ timeMs }, i) => i >= this.#samples.length - 2 || end - timeMs <= windowMs);
    const distance = Math.hypot(extentOf(samples, 'x'), extentOf(samples, 'y'));
    const time = end - (samples[0]?.timeMs ?? end);
    if (distance === 0) return 0;
    return time > 0 ? distance / time : Number.POSITIVE_INFINITY;
  }
}

function extentOf(samples: readonly Sample[], axis: 'x' | 'y'): number {
  const values = samples.map((sample) => sample[axis]);
  return Math.max(...values) - Math.min(...values);
}
