/** Owns asking the frames that a tab has now for their terms, through one port, and sending the reader to one. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Library } from '../../../glossary/library/library';
import { BRIEF_PAGE_PORT, type GoMessage, PAGE_PORT, type PageTerms, pageTermsSchema } from '../messages';
import { type CountedEntry, type NthMention, placeOf, sumUp } from './sum-up-terms';

export interface FramesEvents {
  /**
   * A frame has spoken: each does at once, and again whenever its terms change.
   * @param terms in the order of the first mention.
   * @param isOn whether any frame is to be marked; null while none knows.
   * @param isHidden whether the reader has the marks of a frame hidden for now.
   */
  onTerms(terms: CountedEntry[], isOn: boolean | null, isHidden: boolean): void;
  /** No frame of the tab can speak, or none can any more: the page is barred, was left, or the tab is closed. */
  onUnreadable(): void;
}

export interface AskedFrames {
  /** Whether a frame has spoken. */
  has(frame: string): boolean;
  /** Brings a mention into view and paints it as the current one; nothing where it is gone. */
  goTo(mention: NthMention): void;
  /** Nothing is told any more. */
  close(): void;
}

/**
 * Frames that come later are not reached. Costs one message a frame, each of which Firefox weighs against all ports.
 * @param isBrief whether order and counts do not matter: then they are not worked out.
 */
export function askFrames(tabId: number, library: Library, on: FramesEvents, isBrief = false): AskedFrames {
  const frames = new Map<string, PageTerms>();
  let isOpen = true;
  const port = browser.tabs.connect(tabId, { name: isBrief ? BRIEF_PAGE_PORT : PAGE_PORT });
  port.onMessage.addListener((message: unknown) => {
    const read = v.safeParse(pageTermsSchema, message);
    if (!read.success || !isOpen) return;
    frames.set(read.output.frame, read.output);
    const said = [...frames.values()];
    on.onTerms(
      sumUp(said, library),
      isAnyOn(said),
      said.some(({ isHidden }) => isHidden),
    );
  });
  port.onDisconnect.addListener(() => {
    if (!isOpen) return;
    isOpen = false;
    on.onUnreadable();
  });
  return {
    has: (frame) => frames.has(frame),
    goTo: (mention) => {
      const place = placeOf(frames.values(), mention);
      if (place && isOpen) port.postMessage({ ...place, entry: mention.entry } satisfies GoMessage);
    },
    close: () => {
      isOpen = false;
      port.disconnect();
    },
  };
}

function isAnyOn(frames: readonly PageTerms[]): boolean | null {
  if (frames.some(({ isOn }) => isOn === true)) return true;
  return frames.some(({ isOn }) => isOn === false) ? false : null;
}
