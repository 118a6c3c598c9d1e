/** Observes events after which other text may be in view. */

/** Delay after such an event, which gathers further ones, in ms. */
const INTERVAL_MS = 100;

/** Events of scrolling and unfolding, and clicks that show something. */
const EVENTS = ['scroll', 'resize', 'toggle', 'click', 'transitionend'];

/**
 * Calls `onMove` shortly after the view may have changed, until `signal` aborts. Costs nothing between events.
 * @returns a function that listens again after the page removed our listeners (`document.open` does).
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
