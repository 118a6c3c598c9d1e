/** Owns waiting for a paint. */

/** A page that is not in front is never painted: no work waits longer than this, in ms. */
const MAX_WAIT_MS = 200;

/** Resolves when this page is to be seen for the first time, or after a moment where it is not. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, MAX_WAIT_MS);
    // Told when the frame is on the screen: what is done in the task after it still competes with its making.
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
  });
}
