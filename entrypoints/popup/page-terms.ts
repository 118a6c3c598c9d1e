/** Owns asking the frames of a tab for their terms, and summing up what they say. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Entry, Pack } from '../../glossary/pack/pack';
import { PAGE_PORT, type PageTerms, pageTermsSchema } from '../shared/messages';

export interface CountedEntry {
  entry: Entry;
  count: number;
}

/**
 * Calls `onTerms` when a frame has spoken and whenever one speaks again, `onUnreadable` if none can.
 * Lasts as long as the popup.
 */
export function listenToPage(
  tabId: number,
  pack: Pack,
  on: { onTerms(terms: CountedEntry[]): void; onUnreadable(): void },
): void {
  const frames = new Map<string, PageTerms>();
  const port = browser.tabs.connect(tabId, { name: PAGE_PORT });
  port.onMessage.addListener((message: unknown) => {
    const said = v.safeParse(pageTermsSchema, message);
    if (!said.success) return;
    frames.set(said.output.frame, said.output);
    on.onTerms(sumUp(frames.values(), pack));
  });
  port.onDisconnect.addListener(() => {
    if (frames.size === 0) on.onUnreadable();
  });
}

/** The entries all frames mention, in the order of their first mention. Frames of another revision are left out. */
export function sumUp(frames: Iterable<PageTerms>, pack: Pick<Pack, 'revision' | 'entries'>): CountedEntry[] {
  const counts = new Map<Entry, number>();
  for (const { revision, terms } of frames) {
    if (revision !== pack.revision) continue;
    for (const { entry: index, count } of terms) {
      const entry = pack.entries[index];
      if (entry) counts.set(entry, (counts.get(entry) ?? 0) + count);
    }
  }
  return [...counts].map(([entry, count]) => ({ entry, count }));
}
