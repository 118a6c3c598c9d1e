/**
 * The engine, injected by the background into a frame whose text may hold a term: leaves its factory where `content/`
 * looks for it. It marks, senses the pointer, and calls for the card.
 */

import finderData from 'virtual:pangzhu/finder';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createFinder } from '../../glossary/find/finder';
import { isolatedWorld } from '../shared/isolated-world';
import { countTerms } from './count-terms';
import { explainPage } from './explain-page';

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    const finder = createFinder(finderData);
    isolatedWorld().startEngine = (context, signal) => {
      const page = explainPage(finder, context, signal);
      return {
        terms: () => ({ revision: finder.revision, terms: countTerms(page.index) }),
        goTo: (entry, nth) => page.goTo(entry, nth),
        takeSettings: (settings) => page.take(settings),
      };
    };
  },
});
