/** Owns doing long work in short slices, so that the page stays responsive. */

/** Longest slice of reading, in ms. What follows it, deciding and marking, keeps the whole below half a frame. */
const SLICE_MS = 5;
/** The longest a waiting slice yields to the page's own work, in ms. */
const PATIENCE_MS = 100;

/** Resolves in a task of its own, soon; at once where the page is out of sight, for there each timer waits a second. */
export function nextTask(): Promise<void> {
  return document.hidden ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, 0));
}

/** Does each step in a task of its own. */
export async function inTasks<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    await nextTask();
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the first steps now, and as many as make a slice in each task from then on. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const isOver = sliceEnd();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (!isOver());
    await nextTask();
  }
}

/** Tells whether a slice that begins now is over. */
export function sliceEnd(lengthMs = SLICE_MS): () => boolean {
  const end = performance.now() + lengthMs;
  return () => performance.now() >= end;
}

/** Runs `slice` again and again when the page is idle, until it says there is nothing left; `request` starts it anew. */
export class Slices {
  readonly #slice: () => boolean;
  readonly #signal: AbortSignal;
  #isWaiting = false;

  /** @param slice does some work and returns whether more is left. */
  constructor(slice: () => boolean, signal: AbortSignal) {
    this.#slice = slice;
    this.#signal = signal;
  }

  request(): void {
    if (this.#isWaiting || this.#signal.aborted) return;
    this.#isWaiting = true;
    requestIdleCallback(() => this.#run(), { timeout: PATIENCE_MS });
  }

  #run(): void {
    this.#isWaiting = false;
    if (!this.#signal.aborted && this.#slice()) this.request();
  }
}
