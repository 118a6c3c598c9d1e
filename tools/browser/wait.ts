/** Owns waiting for a condition that no event announces. */

/** Much more than anything takes: what is busy is the machine, not the product. */
const TIMEOUT_MS = 20_000;
const INTERVAL_MS = 40;

/** The first value that is neither null, undefined nor false. @throws with `what` when it does not come in time. */
export async function until<T>(
  what: string,
  read: () => Promise<T | null | undefined | false>,
  timeoutMs = TIMEOUT_MS,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
}

/** What `promise` gives, or `otherwise` after `limitMs`: a frame that is being replaced may never answer. */
export async function within<T>(promise: Promise<T>, limitMs: number, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limitMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
