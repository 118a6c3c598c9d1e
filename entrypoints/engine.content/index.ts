/**
 * The engine, injected by the background into a frame whose text may hold a term: leaves its factory where `content/`
 * looks for it. It marks, senses the pointer, and calls for the card.
 */

import finderData from 'virtual:pangzhu/finder';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Finder } from '../../glossary/find/finder';
import { creatingFinderWithOwn } from '../../glossary/library/finder-with-own';
import { isolatedWorld } from '../shared/page/isolated-world';
import { parseOwnFinder } from '../shared/page/own-tables';
import { countingTerms, namingTerms } from './count-terms';
import { type ExplainedPage, explainPage } from './explain-page';
import { inSlices, inTasks, nextTask } from './slices';

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    let made: { own: string | null; finder: Promise<Finder> } | null = null;
    isolatedWorld().startEngine = (context, signal) => {
      let page: ExplainedPage | null = null;
      let { revision } = finderData;
      const own = parseOwnFinder(context.ownTerms);
      const name = own?.revision ?? null;
      // The engine's code, the finder's tables by steps, and the first marks: each a task, so that none is long.
      if (!made || made.own !== name) {
        made = { own: name, finder: inTasks(creatingFinderWithOwn(finderData, own)) };
      }
      const begin = async (finder: Promise<Finder>) => {
        const ready = await finder;
        await nextTask();
        if (signal.aborted) return;
        revision = ready.revision;
        page = explainPage(ready, context, signal);
        // What it found while it began was told before it could be asked.
        context.onTermsChange();
      };
      void begin(made.finder);
      return {
        terms: async (isBrief) => ({
          revision,
          isHidden: page?.marks.isHidden ?? false,
          terms: page ? await inSlices((isBrief ? namingTerms : countingTerms)(page.index)) : [],
        }),
        goTo: (entry, nth) => page?.goTo(entry, nth),
        takeSettings: (settings) => page?.take(settings),
      };
    };
  },
});
