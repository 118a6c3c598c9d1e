/** Owns noticing that the document was written anew (`document.open`), which takes all listeners of page and window away. */

/** Calls `onRenewed` each time, until `signal` aborts. */
export function whenRenewed(onRenewed: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const observer = new MutationObserver(onRenewed);
  // Its root element goes and comes, which hardly ever happens otherwise.
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
