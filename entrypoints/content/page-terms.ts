/** Owns telling the popup which terms this frame mentions, at once when asked and whenever that changes. */
import { browser } from 'wxt/browser';
import type { EntryIndex } from '../../glossary/find/finder-data';
import { PAGE_PORT, type PageTerms } from '../shared/messages';
import type { PageIndex } from './page-index';

type Port = ReturnType<typeof browser.runtime.connect>;

/** Entries of the page with their counts, in the order of their first mention. The likeliest sense counts. */
export function countTerms(index: PageIndex): PageTerms['terms'] {
  const counts = new Map<EntryIndex, number>();
  for (const { mention } of index.all()) {
    const [{ entry }] = mention.senses;
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return [...counts].map(([entry, count]) => ({ entry, count }));
}

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
      for (const port of ports) port.disconnect();
      if (browser.runtime?.id) browser.runtime.onConnect.removeListener(onConnect);
    },
    { once: true },
  );
  return () => {
    for (const port of ports) port.postMessage(read());
  };
}
