/**
 * The engine, injected by the background into a frame whose text may hold a term: leaves its factory where `content/`
 * looks for it. It marks, senses the pointer, and calls for the card.
 */

import finderData from 'virtual:pangzhu/finder';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createFinder, type Finder } from '../../glossary/find/finder';
import { isolatedWorld } from '../shared/isolated-world';
import { countTerms } from './count-terms';
import { type ExplainedPage, explainPage } from './explain-page';
import { nextTask } from './slices';

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    let finder: Promise<Finder> | null = null;
    isolatedWorld().startEngine = (context, signal) => {
      let page: ExplainedPage | null = null;
      // The engine's code, the finder's tables and the first marks: each a task, so that none is long.
      finder ??= nextTask().then(() => createFinder(finderData));
      void finder
        .then(async (ready) => {
          await nextTask();
          return ready;
        })
        .then((ready) => {
          if (!signal.aborted) page = explainPage(ready, context, signal);
        });
      return {
        terms: () => ({ revision: finderData.revision, terms: page ? countTerms(page.index) : [] }),
        goTo: (entry, nth) => page?.goTo(entry, nth),
        takeSettings: (settings) => page?.take(settings),
      };
    };
  },
});
