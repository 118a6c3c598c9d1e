/** Owns listening to the extension's own events from a page, which the extension may leave behind. */
import { browser } from 'wxt/browser';

interface ExtensionEvent<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}

/** Has `listener` called until `signal` aborts. */
export function listenUntil<Listener>(event: ExtensionEvent<Listener>, listener: Listener, signal: AbortSignal): void {
  event.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      // Of an extension that is gone, nothing can be asked any more, not even this.
      if (browser.runtime?.id) event.removeListener(listener);
    },
    { once: true },
  );
}
