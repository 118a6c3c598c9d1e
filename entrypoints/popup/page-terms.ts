/** Owns asking the frames of a tab for their terms. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Pack } from '../../glossary/pack/pack';
import { PAGE_PORT, type PageTerms, pageTermsSchema } from '../shared/messages';
import { type CountedEntry, sumUp } from './sum-up';

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
