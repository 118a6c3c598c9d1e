/** Owns noticing that something else may have come into view. */

/** What the reader sees is looked at again no sooner than this after the last time, in ms. */
const INTERVAL_MS = 100;

/** What goes with a move of the page or of a part of it: by scrolling, by unfolding, by a press that shows something. */
const EVENTS = ['scroll', 'resize', 'toggle', 'click', 'transitionend'];

/**
 * Calls `onMove` a while after the view may have changed, until `signal` aborts. Costs nothing while it stays.
 * @returns what listens again where the page took our listeners away (`document.open` does).
 */
export function followView(onMove: () => void, signal: AbortSignal): () => void {
  let isWaiting = false;
  const note = () => {
    if (isWaiting || signal.aborted) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      if (!signal.aborted) requestAnimationFrame(() => signal.aborted || onMove());
    }, INTERVAL_MS);
  };
  const size = new ResizeObserver(note);
  signal.addEventListener('abort', () => size.disconnect(), { once: true });
  const listen = () => {
    if (signal.aborted) return;
    for (const event of EVENTS) addEventListener(event, note, { capture: true, passive: true, signal });
    size.disconnect();
    size.observe(document.documentElement);
  };
  listen();
  return listen;
}
