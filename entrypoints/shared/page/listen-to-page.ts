/** Owns listening to a tab whose frames come and go. */
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { Library } from '../../../glossary/library/library';
import { requestSchema } from '../messages';
import { type AskedFrames, askFrames, type FramesEvents } from './ask-frames';

export type PageListener = Pick<AskedFrames, 'goTo' | 'close'>;

/**
 * New frames are gathered for so long, in ms: a portal brings a hundred in a second, and each time all are asked anew.
 */
const GATHER_MS = 250;

/**
 * Asks all frames of a tab, now and whenever their terms change or frames are new, until `close`. A page that could not
 * be read, for it was still loading, may speak later.
 */
export function listenToPage(tabId: number, library: Library, on: FramesEvents): PageListener {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let asked = askFrames(tabId, library, on);

  /** What a frame tells the background is heard here too. One that has not spoken to us came later. */
  function hear(message: unknown, { tab }: Runtime.MessageSender): undefined {
    if (tab?.id !== tabId || gathering !== undefined) return;
    const report = v.safeParse(requestSchema, message);
    if (!report.success || report.output.type !== 'terms.changed' || asked.has(report.output.frame)) return;
    gathering = setTimeout(() => {
      gathering = undefined;
      asked.close();
      asked = askFrames(tabId, library, on);
    }, GATHER_MS);
  }
  browser.runtime.onMessage.addListener(hear);
  return {
    goTo: (mention) => asked.goTo(mention),
    close: () => {
      clearTimeout(gathering);
      browser.runtime.onMessage.removeListener(hear);
      asked.close();
    },
  };
}
