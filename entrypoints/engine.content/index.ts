/**
 * The engine: injected by the background into a frame whose text may contain a term. Leaves its factory where `content/`
 * finds it; marks mentions, observes the pointer, and loads the card.
 */

import finderData from 'virtual:pangzhu/finder';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Finder } from '../../glossary/find/finder';
import { creatingFinderWithOwn } from '../../glossary/library/finder-with-own';
import type { Engine, EngineContext } from '../shared/page/engine-api';
import { isolatedWorld } from '../shared/page/isolated-world';
import { parseOwnFinder } from '../shared/page/own-tables';
import { countingTerms, namingTerms } from './count-terms';
import { ExplainedPage } from './explained-page';
import { inSlices, inTasks, nextTask } from './slices';

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    isolatedWorld().startEngine = startEngine;
  },
});

/** The finder of this frame, and the revision of the reader's own terms in it. */
let made: { own: string | null; finder: Promise<Finder> } | null = null;

function startEngine(context: EngineContext, signal: AbortSignal): Engine {
  let page: ExplainedPage | null = null;
  let { revision } = finderData;
  const begin = async () => {
    const finder = await finderFor(context.ownTerms);
    await nextTask();
    if (signal.aborted) return;
    revision = finder.revision;
    page = new ExplainedPage(finder, context, signal);
    // Changes during the construction could not be answered yet.
    context.onTermsChange();
  };
  void begin();
  return {
    terms: async (isBrief) => ({
      revision,
      isHidden: page?.marks.isHidden ?? false,
      terms: page ? await inSlices((isBrief ? namingTerms : countingTerms)(page.index)) : [],
    }),
    goTo: (entry, nth) => page?.goTo(entry, nth),
    takeSettings: (settings) => page?.applySettings(settings),
  };
}

/** Builds the finder in tasks of its own, each short; memoised until the reader's own terms change. */
function finderFor(ownTerms: unknown): Promise<Finder> {
  const own = parseOwnFinder(ownTerms);
  const name = own?.revision ?? null;
  if (made?.own !== name || !made) made = { own: name, finder: inTasks(creatingFinderWithOwn(finderData, own)) };
  return made.finder;
}
