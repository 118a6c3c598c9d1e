/** Waits for the first paint. */

/** Longest wait in ms, because a hidden page is never painted. */
const MAX_WAIT_MS = 200;

/** Resolves when this page is visible for the first time, or after `MAX_WAIT_MS`. */
export function untilPainted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, MAX_WAIT_MS);
    // Reported when the frame is on the screen; work in an earlier task would compete with it.
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'paint', buffered: true });
  });
}
