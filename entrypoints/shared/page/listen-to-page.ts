/** Follows the terms of a tab whose frames come and go. */
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { requestSchema } from '../messages';
import { type AskedFrames, askFrames, type FramesEvents, type LibrarySource } from './ask-frames';

/** Reports about a page. */
export interface PageEvents extends FramesEvents {
  /** The reader points at a mention of an entry, by its index (only if the reader chose the side panel for that). */
  onPointed?(entry: number): void;
}

/** Follows the tab until `close`. */
export type PageListener = Pick<AskedFrames, 'goTo' | 'close'>;

/**
 * How long new frames are collected before all frames are asked again, in ms: a portal adds a hundred in a second.
 */
const COLLECT_MS = 250;

/**
 * Reports the terms of all frames of a tab, now and whenever terms change or frames are added, until `close`. A page that
 * was unreadable while it loaded may report later.
 */
export function listenToPage(tabId: number, library: LibrarySource, on: PageEvents): PageListener {
  let collecting: ReturnType<typeof setTimeout> | undefined;
  let asked = askFrames(tabId, library, on);

  /** Messages of frames to the background arrive here as well. A frame that has not reported yet was added later. */
  function onMessage(message: unknown, { tab }: Runtime.MessageSender): undefined {
    if (tab?.id !== tabId) return;
    const { output, success } = v.safeParse(requestSchema, message);
    if (success && output.type === 'term.pointed') on.onPointed?.(output.entry);
    if (!success || output.type !== 'terms.changed' || asked.has(output.frame) || collecting !== undefined) return;
    collecting = setTimeout(() => {
      collecting = undefined;
      asked.close();
      asked = askFrames(tabId, library, on);
    }, COLLECT_MS);
  }
  browser.runtime.onMessage.addListener(onMessage);
  return {
    goTo: (mention) => asked.goTo(mention),
    close: () => {
      clearTimeout(collecting);
      browser.runtime.onMessage.removeListener(onMessage);
      asked.close();
    },
  };
}
