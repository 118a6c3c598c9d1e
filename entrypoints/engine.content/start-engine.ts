/** Starts the engine in a frame: builds the finder in short tasks, then explains the page. */
import finderData from 'virtual:pangzhu/finder';
import { type AddedPack, withPacks } from '../../glossary/find/add-packs';
import { type SegmentChoice, withChoices } from '../../glossary/find/choose-packs';
import type { Finder } from '../../glossary/find/finder';
import { inSegment } from '../../glossary/find/join-finders';
import { readTables } from '../../glossary/find/tables-file';
import { jsonOf } from '../../glossary/json-of';
import { creatingLibraryFinder } from '../../glossary/library/library-finder';
import type { FinderData } from '../../glossary/pack/finder-data';
import type { PackTablesText } from '../shared/messages';
import type { Engine, EngineContext } from '../shared/page/engine-api';
import { fromBase64 } from '../shared/page/imported-packs';
import { parseFinder } from '../shared/page/pack-tables';
import { inSlices, nextTask } from '../shared/page/slices';
import { countingTerms } from './count-terms';
import { ExplainedPage } from './explained-page';

/** The finder of this frame, and the revisions of the added and imported packs in it, as JSON. */
let made: { added: string; finder: Promise<Finder> } | null = null;

/** Returns at once; the first marks follow in later tasks. Ends when `signal` aborts. */
export function startEngine({ addedFinder, imported, ...context }: EngineContext, signal: AbortSignal): Engine {
  let page: ExplainedPage | null = null;
  let { revisions } = finderData;
  const looks = [...context.choices, ...imported].map(({ segment, look }) => ({ segment, look }));
  // Only this call refers to the text of the tables, which is larger than the tables, so that it can be collected.
  const making = finderFor({ addedFinder, imported, choices: context.choices });
  const begin = async () => {
    const finder = await making;
    await nextTask();
    if (signal.aborted) return;
    revisions = finder.revisions;
    page = new ExplainedPage(finder, { ...context, looks }, signal);
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

/** Builds the finder in slices; memoised until the added or imported packs change. */
function finderFor({
  addedFinder,
  choices,
  imported,
}: Pick<EngineContext, 'addedFinder' | 'choices' | 'imported'>): Promise<Finder> {
  const data = parseFinder(addedFinder);
  const packs = imported.map(({ segment, revision, look }) => [segment, revision, look.insideWords]);
  const joint = choices.map(({ segment, isOn, look }) => ({ segment, isOn, insideWords: look.insideWords }));
  const added = JSON.stringify([data?.revisions, joint, packs]);
  if (made?.added !== added) made = { added, finder: inSlices(creatingFinderWith(data, joint, imported)) };
  return made.finder;
}

/** A step for each pack: tables of plain terms are checked, not built. Those of edited packs are joined, for their rules. */
function* creatingFinderWith(
  data: ReturnType<typeof parseFinder>,
  choices: readonly SegmentChoice[],
  imported: readonly PackTablesText[],
): Generator<void, Finder> {
  let bundled = finderData;
  const joint = data ? [data] : [];
  const chosen = [...choices];
  const packs: AddedPack[] = [];
  for (const { segment, revision, look, tables } of imported) {
    yield;
    const { insideWords } = look;
    const bytes = fromBase64(tables);
    const read = readTables(bytes.buffer);
    const edited = read ? null : jsonOf(new TextDecoder().decode(bytes));
    if (read) packs.push({ ...read, segment, revision, insideWords });
    else if (edited && segment === 0)
      bundled = edited as FinderData; // As `compileEdition` writes it.
    else if (edited) {
      joint.push(inSegment(edited as FinderData, segment)); // As above.
      chosen.push({ segment, isOn: true, insideWords });
    }
  }
  return withPacks(withChoices(yield* creatingLibraryFinder(bundled, joint), chosen), packs);
}
