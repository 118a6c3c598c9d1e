/**
 * The engine, injected by the background into a frame whose text may hold a term: leaves its factory where `content/`
 * looks for it. It marks, senses the pointer, and calls for the card.
 */

import finderData from 'virtual:pangzhu/finder';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Finder } from '../../glossary/find/finder';
import { creatingLibraryFinder } from '../../glossary/library/library-finder';
import { isolatedWorld } from '../shared/page/isolated-world';
import { parseFinder } from '../shared/page/pack-tables';
import { countingTerms, namingTerms } from './count-terms';
import { type ExplainedPage, explainPage } from './explain-page';
import { inSlices, inTasks, nextTask } from './slices';

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    let made: { name: string; finder: Promise<Finder> } | null = null;
    isolatedWorld().startEngine = (context, signal) => {
      let page: ExplainedPage | null = null;
      let { revisions } = finderData;
      const added = parseFinder(context.addedFinder);
      const name = JSON.stringify(added?.revisions ?? []);
      // The engine's code, the finder's tables by steps, and the first marks: each a task, so that none is long.
      if (made?.name !== name) {
        made = { name, finder: inTasks(creatingLibraryFinder(finderData, added)) };
      }
      const begin = async (finder: Promise<Finder>) => {
        const ready = await finder;
        await nextTask();
        if (signal.aborted) return;
        revisions = ready.revisions;
        page = explainPage(ready, context, signal);
        // What it found while it began was told before it could be asked.
        context.onTermsChange();
      };
      void begin(made.finder);
      return {
        terms: async (isBrief) => ({
          revisions,
          isHidden: page?.marks.isHidden ?? false,
          terms: page ? await inSlices((isBrief ? namingTerms : countingTerms)(page.index)) : [],
        }),
        goTo: (entry, nth) => page?.goTo(entry, nth),
        takeSettings: (settings) => page?.take(settings),
      };
    };
  },
});
