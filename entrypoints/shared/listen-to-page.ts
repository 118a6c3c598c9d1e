/** Owns asking the frames of a tab for their terms, and sending the reader to one. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Pack } from '../../glossary/pack/pack';
import { type GoMessage, PAGE_PORT, type PageTerms, pageTermsSchema } from './messages';
import { type CountedEntry, type NthMention, placeOf, sumUp } from './sum-up-terms';

export interface PageListener {
  /** Brings a mention into view and paints it as the current one; nothing where it is gone. */
  goTo(mention: NthMention): void;
  /** Ends it. It ends by itself when the tab goes to another page. */
  close(): void;
}

export interface PageEvents {
  /**
   * A frame has spoken.
   * @param terms in the order of the first mention.
   * @param isOn whether any frame is to be marked; null while none knows.
   */
  onTerms(terms: CountedEntry[], isOn: boolean | null): void;
  /** No frame of the tab can speak, or none can any more: the page is barred, was left, or the tab is closed. */
  onUnreadable(): void;
}

/** Asks all frames of a tab, now and whenever their terms change, until `close`. */
export function listenToPage(tabId: number, pack: Pack, on: PageEvents): PageListener {
  const frames = new Map<string, PageTerms>();
  const port = browser.tabs.connect(tabId, { name: PAGE_PORT });
  port.onMessage.addListener((message: unknown) => {
    const said = v.safeParse(pageTermsSchema, message);
    if (!said.success) return;
    frames.set(said.output.frame, said.output);
    on.onTerms(sumUp(frames.values(), pack), isAnyOn(frames.values()));
  });
  port.onDisconnect.addListener(() => on.onUnreadable());
  return {
    goTo: (mention) => {
      const place = placeOf(frames.values(), mention);
      if (place) port.postMessage({ ...place, entry: mention.entry } satisfies GoMessage);
    },
    close: () => port.disconnect(),
  };
}

function isAnyOn(frames: Iterable<PageTerms>): boolean | null {
  const said = [...frames].map(({ isOn }) => isOn);
  if (said.includes(true)) return true;
  return said.includes(false) ? false : null;
}
