/** Listens to lifecycle events of a page until a signal aborts. */
import { browser } from 'wxt/browser';

interface ExtensionEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** Has `listener` called by an event of the extension until `signal` aborts, and does not refer to it afterwards. */
export function listenUntil<Listener extends (...args: never[]) => unknown>(
  event: ExtensionEvent<Listener>,
  listener: Listener,
  signal: AbortSignal,
): void {
  let current: Listener | null = listener;
  const forward = ((...args) => current?.(...args)) as Listener; // It has the same arguments and results.
  event.addListener(forward);
  signal.addEventListener(
    'abort',
    () => {
      current = null;
      // A page may outlive the extension, whose API then throws. The function stays registered, without the page's nodes.
      if (browser.runtime?.id) event.removeListener(forward);
    },
    { once: true },
  );
}

/**
 * Calls `onRestored` each time the browser restores the page from its cache (the back button), until `signal` aborts:
 * requests sent before may have had no answer.
 */
export function onPageRestored(onRestored: () => void, signal: AbortSignal): void {
  const onShow = (event: PageTransitionEvent) => event.isTrusted && event.persisted && onRestored();
  const listen = () => addEventListener('pageshow', onShow, { signal });
  listen();
  onDocumentReplaced(listen, signal);
}

/** Calls `onReplaced` each time `document.open` removed all listeners of document and window, until `signal` aborts. */
export function onDocumentReplaced(onReplaced: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const observer = new MutationObserver(onReplaced);
  // The root element is replaced as well, which hardly ever happens otherwise.
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
