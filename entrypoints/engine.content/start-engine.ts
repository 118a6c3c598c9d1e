/** Starts the engine in a frame: builds the finder in short tasks, then explains the page. */
import finderData from 'virtual:pangzhu/finder';
import { type AddedPack, withPacks } from '../../glossary/find/add-packs';
import { type SegmentChoice, withChoices } from '../../glossary/find/choose-packs';
import type { Finder } from '../../glossary/find/finder';
import { readTables } from '../../glossary/find/tables-file';
import { creatingLibraryFinder } from '../../glossary/library/library-finder';
import type { PackTablesText } from '../shared/messages';
import type { Engine, EngineContext } from '../shared/page/engine-api';
import { fromBase64 } from '../shared/page/imported-packs';
import { parseFinder } from '../shared/page/pack-tables';
import { inSlices, inTasks, nextTask } from '../shared/page/slices';
import { countingTerms } from './count-terms';
import { ExplainedPage } from './explained-page';

/** The finder of this frame, and the revisions of the added and imported packs in it, as JSON. */
let made: { added: string; finder: Promise<Finder> } | null = null;

/** Returns at once; the first marks follow in later tasks. Ends when `signal` aborts. */
export function startEngine(context: EngineContext, signal: AbortSignal): Engine {
  let page: ExplainedPage | null = null;
  let { revisions } = finderData;
  const begin = async () => {
    const finder = await finderFor(context);
    await nextTask();
    if (signal.aborted) return;
    revisions = finder.revisions;
    page = new ExplainedPage(finder, context, signal);
    // Changes during the construction could not be answered yet.
    context.onTermsChange();
  };
  void begin();
  const count = async (isBrief: boolean) => {
    if (!page) return [];
    const { terms, hasHidden } = await inSlices(countingTerms(page.index, isBrief));
    page.hasHiddenTerms = hasHidden;
    return terms;
  };
  return {
    terms: async (isBrief) => ({
      revisions,
      isHidden: page?.marks.isHidden ?? false,
      terms: await count(isBrief),
    }),
    goTo: (entry, nth) => page?.goTo(entry, nth),
    applySettings: (settings) => page?.applySettings(settings),
  };
}

/** Builds the finder in tasks of its own, each short; memoised until the added or imported packs change. */
function finderFor({ addedFinder, choices, imported }: EngineContext): Promise<Finder> {
  const data = parseFinder(addedFinder);
  const packs = imported.map(({ segment, revision, look }) => [segment, revision, look.insideWords]);
  const joint = choices.map(({ segment, isOn, look }) => ({ segment, isOn, insideWords: look.insideWords === 'all' }));
  const added = JSON.stringify([data?.revisions, joint, packs]);
  if (made?.added !== added) made = { added, finder: inTasks(creatingFinderWith(data, joint, imported)) };
  return made.finder;
}

/** A step for each pack: its tables are checked, not built. */
function* creatingFinderWith(
  data: ReturnType<typeof parseFinder>,
  choices: readonly SegmentChoice[],
  imported: readonly PackTablesText[],
): Generator<void, Finder> {
  const finder = yield* creatingLibraryFinder(finderData, data);
  const packs: AddedPack[] = [];
  for (const { segment, revision, look, tables } of imported) {
    yield;
    const read = readTables(fromBase64(tables).buffer);
    if (read) packs.push({ ...read, segment, revision, insideWords: look.insideWords });
  }
  return withPacks(withChoices(finder, choices), packs);
}
