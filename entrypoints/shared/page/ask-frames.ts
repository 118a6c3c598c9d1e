/** Asks all frames of a tab for their terms through one port, and scrolls a frame to a mention. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { Library } from '../../../glossary/library/library';
import type { EntryIndex } from '../../../glossary/pack/finder-data';
import { BRIEF_PAGE_PORT, type GoMessage, PAGE_PORT, type PageTerms, pageTermsSchema } from '../messages';
import { type CountedEntry, type NthMention, placeOf, sumUp } from './sum-up-terms';

/** The library by which terms of frames are read, or a function that loads one for some entry indexes. */
export type LibrarySource = Pick<Library, 'at'> | ((entries: readonly EntryIndex[]) => Promise<Library>);

/** Reports of the frames of a tab. */
export interface FramesEvents {
  /**
   * A frame reported its terms: each does immediately, and again whenever they change.
   * @param terms of all frames that reported so far, in the order of the first mention.
   * @param isOn whether any frame is to be marked; null while none knows.
   * @param isHidden whether the reader has hidden the marks of a frame for now.
   */
  onTerms(terms: CountedEntry[], isOn: boolean | null, isHidden: boolean): void;
  /** No frame of the tab can report any more: the page is restricted, was left, or the tab is closed. */
  onUnreadable(): void;
}

/** The frames asked. `close` must be called. */
export interface AskedFrames {
  /** Whether a frame, by its id, has reported. */
  has(frame: string): boolean;
  /** Scrolls to a mention and paints it as the current one; does nothing if it is gone. */
  goTo(mention: NthMention): void;
  /** Ends all reports. */
  close(): void;
}

/**
 * Does not reach frames that are added later. Costs one message per frame; Firefox checks each against all open ports.
 * @param isBrief whether the frames may leave out order and counts.
 */
export function askFrames(tabId: number, library: LibrarySource, on: FramesEvents, isBrief = false): AskedFrames {
  const frames = new Map<string, PageTerms>();
  let isOpen = true;
  let turn = 0;
  const report = async (reported: readonly PageTerms[]) => {
    const mine = ++turn;
    const read = typeof library === 'function' ? await library(indexesOf(reported)) : library;
    // A later report is being read.
    if (mine !== turn || !isOpen) return;
    on.onTerms(
      sumUp(reported, read),
      isAnyOn(reported),
      reported.some(({ isHidden }) => isHidden),
    );
  };
  const port = browser.tabs.connect(tabId, { name: isBrief ? BRIEF_PAGE_PORT : PAGE_PORT });
  port.onMessage.addListener((message: unknown) => {
    const read = v.safeParse(pageTermsSchema, message);
    if (!read.success || !isOpen) return;
    frames.set(read.output.frame, read.output);
    void report([...frames.values()]);
  });
  port.onDisconnect.addListener(() => {
    // Read, because Chromium lists an unread one among the errors of the extension.
    void browser.runtime.lastError;
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

function indexesOf(frames: readonly PageTerms[]): EntryIndex[] {
  return [...new Set(frames.flatMap(({ terms }) => terms.map(({ entry }) => entry)))];
}

function isAnyOn(frames: readonly PageTerms[]): boolean | null {
  if (frames.some(({ isOn }) => isOn === true)) return true;
  return frames.some(({ isOn }) => isOn === false) ? false : null;
}
