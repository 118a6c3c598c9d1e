/** Owns waiting for a paint. */

/** A page that is not in front is never painted: no work waits longer than this, in ms. */
const MAX_WAIT_MS = 100;

/** Resolves when what is rendered now has been painted, or after a moment where nothing is. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, MAX_WAIT_MS);
    // A task after the frame's own: the paint comes between.
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
