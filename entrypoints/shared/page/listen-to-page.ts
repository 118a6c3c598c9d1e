/** Owns asking the frames of a tab for their terms, and sending the reader to one. */
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { ReaderPack } from '../../../glossary/pack/pack';
import { type GoMessage, PAGE_PORT, type PageTerms, pageTermsSchema, requestSchema } from '../messages';
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

/** Asks all frames of a tab, now and whenever their terms change or a frame is new, until `close`. */
export function listenToPage(tabId: number, pack: ReaderPack, on: PageEvents): PageListener {
  let frames = new Map<string, PageTerms>();
  let port = connect();

  /** A port reaches the frames there are when it opens. */
  function connect(): Runtime.Port {
    const opened = browser.tabs.connect(tabId, { name: PAGE_PORT });
    opened.onMessage.addListener((message: unknown) => {
      const said = v.safeParse(pageTermsSchema, message);
      if (!said.success || opened !== port) return;
      frames.set(said.output.frame, said.output);
      on.onTerms(sumUp(frames.values(), pack), isAnyOn(frames.values()));
    });
    opened.onDisconnect.addListener(() => {
      if (opened === port) end();
    });
    return opened;
  }
  /** What a frame tells the background is heard here too. One we do not know came later: all are asked anew. */
  function hear(message: unknown, { tab }: Runtime.MessageSender): undefined {
    if (tab?.id !== tabId) return;
    const report = v.safeParse(requestSchema, message);
    if (!report.success || report.output.type !== 'terms.changed' || frames.has(report.output.frame)) return;
    const before = port;
    frames = new Map();
    port = connect();
    before.disconnect();
  }
  function end(): void {
    browser.runtime.onMessage.removeListener(hear);
    on.onUnreadable();
  }
  browser.runtime.onMessage.addListener(hear);
  return {
    goTo: (mention) => {
      const place = placeOf(frames.values(), mention);
      if (place) port.postMessage({ ...place, entry: mention.entry } satisfies GoMessage);
    },
    close: () => {
      browser.runtime.onMessage.removeListener(hear);
      port.disconnect();
    },
  };
}

function isAnyOn(frames: Iterable<PageTerms>): boolean | null {
  const said = [...frames].map(({ isOn }) => isOn);
  if (said.includes(true)) return true;
  return said.includes(false) ? false : null;
}
