/** Owns noticing that the reader came back to a page the browser had kept: what was asked before may have gone unheard. */

/** Calls `onBack` each time, until `signal` aborts. */
export function whenBack(onBack: () => void, signal: AbortSignal): void {
  addEventListener('pageshow', (event) => event.isTrusted && event.persisted && onBack(), { signal });
}
