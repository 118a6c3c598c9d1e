/** Starts the engine in a frame: builds the finder in short tasks, then explains the page. */
import finderData from 'virtual:pangzhu/finder';
import type { Finder } from '../../glossary/find/finder';
import { creatingFinderWithOwn } from '../../glossary/library/finder-with-own';
import type { Engine, EngineContext } from '../shared/page/engine-api';
import { parseOwnFinder } from '../shared/page/own-tables';
import { countingTerms } from './count-terms';
import { ExplainedPage } from './explained-page';
import { inSlices, inTasks, nextTask } from './slices';

/** The finder of this frame, and the revision of the reader's own terms in it. */
let made: { own: string | null; finder: Promise<Finder> } | null = null;

/** Returns at once; the first marks follow in later tasks. Ends when `signal` aborts. */
export function startEngine(context: EngineContext, signal: AbortSignal): Engine {
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
      terms: page ? await inSlices(countingTerms(page.index, isBrief)) : [],
    }),
    goTo: (entry, nth) => page?.goTo(entry, nth),
    applySettings: (settings) => page?.applySettings(settings),
  };
}

/** Builds the finder in tasks of its own, each short; memoised until the reader's own terms change. */
function finderFor(ownTerms: unknown): Promise<Finder> {
  const own = parseOwnFinder(ownTerms);
  const name = own?.revision ?? null;
  if (made?.own !== name || !made) made = { own: name, finder: inTasks(creatingFinderWithOwn(finderData, own)) };
  return made.finder;
}
