/** Divides long work into short slices, so that the page stays responsive. */

/** Longest slice of reading, in ms. With the deciding and marking after it, the whole stays below half a frame. */
const SLICE_MS = 4;
/** Longest slice in the extension's own pages: below a frame, but few, because each waits some milliseconds for the next. */
export const LIBRARY_SLICE_MS = 12;
/** Longest delay of a requested slice in favour of the page's own work, in ms. */
const MAX_DELAY_MS = 100;

/** Resolves in a new task; immediately in a hidden page, where each timer waits a second. Works in workers as well. */
export function nextTask(): Promise<void> {
  return globalThis.document?.hidden ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, 0));
}

/** Runs the first slice of steps now, and each further slice in a task of its own. @param lengthMs of a slice. */
export async function inSlices<T>(steps: Generator<void, T>, lengthMs = SLICE_MS): Promise<T> {
  for (;;) {
    const isOver = sliceEnd(lengthMs);
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (!isOver());
    await nextTask();
  }
}

/** @returns a function that tells whether a slice that begins now is over. */
export function sliceEnd(lengthMs = SLICE_MS): () => boolean {
  const end = performance.now() + lengthMs;
  return () => performance.now() >= end;
}

/** Runs `slice` whenever the page is idle, from a `request` until it returns false, or until `signal` aborts. */
export class Slices {
  readonly #slice: () => boolean;
  readonly #signal: AbortSignal;
  #isWaiting = false;

  /** @param slice does some work and returns whether any is left. */
  constructor(slice: () => boolean, signal: AbortSignal) {
    this.#slice = slice;
    this.#signal = signal;
  }

  request(): void {
    if (this.#isWaiting || this.#signal.aborted) return;
    this.#isWaiting = true;
    requestIdleCallback(() => this.#run(), { timeout: MAX_DELAY_MS });
  }

  #run(): void {
    this.#isWaiting = false;
    if (!this.#signal.aborted && this.#slice()) this.request();
  }
}
