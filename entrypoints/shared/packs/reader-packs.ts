/** Reads imported packs as packs of a library, in whole or in part, and changes them. */
import browser from 'webextension-polyfill';
import { finish } from '../../../glossary/find/step-budget';
import { partsOf } from '../../../glossary/library/entry-name';
import {
  COMPILER,
  compilePack,
  importedAt,
  importedManifest,
  importedSegment,
} from '../../../glossary/library/imported-packs';
import { creatingPack, type SearchTables } from '../../../glossary/library/plain-pack';
import { type EntryIndex, SEGMENT_SIZE, segmentOf } from '../../../glossary/pack/finder-data';
import type { Folding } from '../../../glossary/pack/folding';
import type { Pack } from '../../../glossary/pack/pack';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { IMPORTED_KEY } from '../page/imported-packs';
import { inSlices, LIBRARY_SLICE_MS } from '../page/slices';
import { LentPackStore } from './lent-packs';
import type { PackRecord } from './pack-record';
import { PackStore } from './pack-store';
import { publishPacks } from './publish-packs';

/** The database of packs; in a private window of Firefox that of ordinary windows, to be read only. */
export const packStore =
  import.meta.env.FIREFOX && browser.extension?.inIncognitoContext ? new LentPackStore() : new PackStore();

/**
 * Which terms of imported packs a library is to have: all, those with some names, or those at some entry indexes.
 * A pack in part has its terms at their places, and holes between them.
 */
export type ImportedScope = 'all' | { names: readonly string[] } | { entries: readonly EntryIndex[] };

/** Reading no terms at all: the packs are known by their manifests. */
export const NO_TERMS: ImportedScope = { entries: [] };

/** Packs whose terms were all loaded, by generation and whether they can be searched by reading. */
const whole = new Map<string, Promise<Pack>>();

/** The packs that are on, in the reader's order; none if the browser has no database. */
export async function listPacks(): Promise<PackRecord[]> {
  const records = await packStore.list().catch(() => []);
  return records.filter(({ isOn }) => isOn);
}

/**
 * The packs by segment, to be appended to the packs of lower segments; empty if there are none.
 * @param records as `listPacks` gives them.
 */
export async function importedBySegment(
  records: readonly PackRecord[],
  scope: ImportedScope,
  tables: SearchTables,
): Promise<(Pack | null)[]> {
  const packs = await Promise.all(records.map((record, place) => packOf(record, place, scope, tables)));
  const bySegment: (Pack | null)[] = [];
  for (const [place, pack] of packs.entries()) bySegment[importedSegment(place)] = pack;
  return Array.from(bySegment, (pack) => pack ?? null);
}

async function packOf(record: PackRecord, place: number, scope: ImportedScope, tables: SearchTables): Promise<Pack> {
  if (scope === 'all') return wholePack(record, tables);
  if ('names' in scope) return partOf(record, await placesOf(record, scope.names), tables);
  const entries = scope.entries.filter((entry) => importedAt(segmentOf(entry)) === place);
  return partOf(
    record,
    entries.map((entry) => entry % SEGMENT_SIZE),
    tables,
  );
}

/** The places of terms by name. Reads all terms of a pack that has any of them. */
async function placesOf(record: PackRecord, names: readonly string[]): Promise<number[]> {
  const wanted = new Set(names.map(partsOf).flatMap(({ pack, term }) => (pack === record.id ? [term] : [])));
  if (wanted.size === 0) return [];
  const terms = await packStore.terms(record);
  return terms.flatMap(({ id }, place) => (wanted.has(id) ? [place] : []));
}

function wholePack(record: PackRecord, tables: SearchTables): Promise<Pack> {
  const name = `${record.generation} ${record.colour} ${tables.readings !== ''}`;
  const known = whole.get(name);
  if (known) return known;
  const made = Promise.all([packStore.terms(record), packStore.prefilter(record)]).then(([terms, prefilter]) =>
    // As pages write the letters of its forms.
    inSlices(asPack(record, terms, { ...tables, variants: prefilter?.variants ?? '' }), LIBRARY_SLICE_MS),
  );
  whole.set(name, made);
  made.catch(() => whole.delete(name));
  return made;
}

async function partOf(record: PackRecord, places: readonly number[], tables: SearchTables): Promise<Pack> {
  const found = places.length > 0 ? await packStore.termsAt(record, places) : new Map<number, PlainTerm>();
  const terms: PlainTerm[] = [];
  for (const [place, term] of found) terms[place] = term;
  return finish(asPack(record, terms, tables));
}

/** In steps. */
function asPack(record: PackRecord, terms: readonly PlainTerm[], tables: SearchTables): Generator<void, Pack> {
  const { id, about, colour } = record;
  const manifest = { ...importedManifest(record), ...(colour && { colour }) };
  return creatingPack({ id, title: about.title, kind: 'imported', terms }, tables, manifest);
}

/**
 * Compiles packs again that another version of the extension compiled, one after the other: what pages get of them would be
 * refused. @param loadFolding is called if there are any.
 */
export async function recompilePacks(loadFolding: () => Promise<Folding>): Promise<void> {
  await navigator.locks.request('recompiled-packs', async () => {
    for (const record of await packStore.list()) {
      if (record.compiledBy === COMPILER) continue;
      await packStore.recompile(record, compilePack(await packStore.terms(record), await loadFolding()));
    }
  });
}

/** Brings pages up to date after a change of packs. One at a time in all contexts of the extension. */
export async function publishReaderPacks(): Promise<void> {
  await navigator.locks.request('imported-packs', () => publishPacks(packStore, browser.storage.local));
}

/** Calls `onChange` whenever imported packs changed, here or elsewhere, until `signal` aborts. */
export function watchPacks(onChange: () => void, signal: AbortSignal): void {
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && IMPORTED_KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onStored), { once: true });
}
