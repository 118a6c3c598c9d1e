/** Starts the engine in a frame: builds the finder in short tasks, then explains the page. */
import finderData from 'virtual:pangzhu/finder';
import type { Finder } from '../../glossary/find/finder';
import { creatingLibraryFinder } from '../../glossary/library/library-finder';
import type { Engine, EngineContext } from '../shared/page/engine-api';
import { parseFinder } from '../shared/page/pack-tables';
import { countingTerms } from './count-terms';
import { ExplainedPage } from './explained-page';
import { inSlices, inTasks, nextTask } from './slices';

/** The finder of this frame, and the revisions of the added packs in it, as JSON. */
let made: { added: string; finder: Promise<Finder> } | null = null;

/** Returns at once; the first marks follow in later tasks. Ends when `signal` aborts. */
export function startEngine(context: EngineContext, signal: AbortSignal): Engine {
  let page: ExplainedPage | null = null;
  let { revisions } = finderData;
  const begin = async () => {
    const finder = await finderFor(context.addedFinder);
    await nextTask();
    if (signal.aborted) return;
    revisions = finder.revisions;
    page = new ExplainedPage(finder, context, signal);
    // Changes during the construction could not be answered yet.
    context.onTermsChange();
  };
  void begin();
  return {
    terms: async (isBrief) => ({
      revisions,
      isHidden: page?.marks.isHidden ?? false,
      terms: page ? await inSlices(countingTerms(page.index, isBrief)) : [],
    }),
    goTo: (entry, nth) => page?.goTo(entry, nth),
    applySettings: (settings) => page?.applySettings(settings),
  };
}

/** Builds the finder in tasks of its own, each short; memoised until the added packs change. */
function finderFor(addedFinder: unknown): Promise<Finder> {
  const data = parseFinder(addedFinder);
  const added = JSON.stringify(data?.revisions ?? []);
  if (made?.added !== added) made = { added, finder: inTasks(creatingLibraryFinder(finderData, data)) };
  return made.finder;
}
