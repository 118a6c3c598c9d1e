/** Owns how fast the pointer moves: one that flies over a mark does not mean it. */

/** Faster than this is a fly-by, in CSS pixels a ms. */
export const FLY_BY = 0.5;

/** Samples the speed is taken over: one alone would be noise. */
const SAMPLES = 3;
/** A pointer that was silent for longer has stopped in between, in ms. */
const PAUSE_MS = 100;

/** @returns what takes each sample and tells the speed at it, in CSS pixels a ms. Times in ms, from any origin. */
export function createPace(): (x: number, y: number, timeMs: number) => number {
  let samples: { x: number; y: number; timeMs: number }[] = [];
  return (x, y, timeMs) => {
    const last = samples.at(-1);
    if (last && timeMs - last.timeMs > PAUSE_MS) samples = [];
    samples.push({ x, y, timeMs });
    if (samples.length > SAMPLES) samples.shift();
    let way = 0;
    for (const [i, sample] of samples.entries()) {
      const before = samples[i - 1];
      if (before) way += Math.hypot(sample.x - before.x, sample.y - before.y);
    }
    const time = timeMs - (samples[0]?.timeMs ?? timeMs);
    if (way === 0) return 0;
    return time > 0 ? way / time : Number.POSITIVE_INFINITY;
  };
}
