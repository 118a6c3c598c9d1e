/** Owns waiting where the browser only prepares a page: nothing is done there until the reader goes to it. */

/** Chromium's, where a page may be rendered ahead. */
type Prerendered = Document & { prerendering?: boolean };

export function whenActivated(onActive: () => unknown): void {
  const { prerendering } = document as Prerendered; // Absent in Firefox.
  if (!prerendering) onActive();
  // A page may forge the event: then it is still being prepared, and the wait goes on.
  else document.addEventListener('prerenderingchange', () => whenActivated(onActive), { once: true });
}
