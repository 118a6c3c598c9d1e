/** Owns telling the popup which terms this frame mentions, at once when asked and whenever that changes. */
import { browser } from 'wxt/browser';
import { PAGE_PORT, type PageTerms } from '../shared/messages';

type Port = ReturnType<typeof browser.runtime.connect>;

/**
 * Answers whoever connects, until `signal` aborts.
 * @param read gives the terms as they are now.
 * @returns what to call when the terms may have changed.
 */
export function servePageTerms(read: () => PageTerms, signal: AbortSignal): () => void {
  const ports = new Set<Port>();
  const onConnect = (port: Port) => {
    if (port.name !== PAGE_PORT) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    port.postMessage(read());
  };
  browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener(
    'abort',
    () => {
      // Of an extension that is gone, nothing can be asked any more, not even this.
      if (!browser.runtime?.id) return;
      for (const port of ports) port.disconnect();
      browser.runtime.onConnect.removeListener(onConnect);
    },
    { once: true },
  );
  return () => {
    for (const port of ports) port.postMessage(read());
  };
}
