/** Reads imported packs as packs of a library, in whole or in part, and changes them. */
import browser from 'webextension-polyfill';
import { partsOf } from '../../../glossary/library/entry-name';
import { importedAt, importedManifest, importedSegment } from '../../../glossary/library/imported-packs';
import { creatingPack, type SearchTables } from '../../../glossary/library/plain-pack';
import { type EntryIndex, SEGMENT_SIZE, segmentOf } from '../../../glossary/pack/finder-data';
import type { Manifest, Pack } from '../../../glossary/pack/pack';
import { inWords } from '../../../glossary/pack/pack-words';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { finish } from '../../../glossary/pack/step-budget';
import { IMPORTED_KEY } from '../page/imported-packs';
import { inSlices, LIBRARY_SLICE_MS } from '../page/slices';
import type { Edition, PackRecord } from './pack-record';
import { PackStore } from './pack-store';
import { publishPacks } from './publish-packs';
import { RemotePackStore } from './remote-pack-store';

/** The database of packs; in a private window of Firefox that of ordinary windows, to be read only. */
export const packStore =
  import.meta.env.FIREFOX && browser.extension?.inIncognitoContext ? new RemotePackStore() : new PackStore();

/**
 * Which terms of imported packs a library is to have: all, those with some names, or those at some entry indexes.
 * A pack in part has its terms at their places, and holes between them.
 */
export type ImportedScope = 'all' | { names: readonly string[] } | { entries: readonly EntryIndex[] };

/** Tables for search, and the language of edited packs (`interfaceLanguage`). */
interface PackTables extends SearchTables {
  language: string;
}

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
  tables: PackTables,
): Promise<(Pack | null)[]> {
  const packs = await Promise.all(records.map((record, place) => packOf(record, place, scope, tables)));
  const bySegment: (Pack | null)[] = [];
  for (const [place, pack] of packs.entries()) bySegment[importedSegment(place)] = pack;
  return Array.from(bySegment, (pack) => pack ?? null);
}

async function packOf(record: PackRecord, place: number, scope: ImportedScope, tables: PackTables): Promise<Pack> {
  if (isAsked(record, place, scope)) {
    const edited = await editedPack(record, tables.language);
    if (edited) return { ...edited, manifest: manifestOf(record) };
  }
  if (scope === 'all') return wholePack(record, tables);
  if ('names' in scope) return partOf(record, await placesOf(record, scope.names), tables);
  const entries = scope.entries.filter((entry) => importedAt(segmentOf(entry)) === place);
  return partOf(
    record,
    entries.map((entry) => entry % SEGMENT_SIZE),
    tables,
  );
}

/** Whether any term of the pack is wanted. An edited pack is then read whole: its entries refer to others. */
function isAsked({ id }: PackRecord, place: number, scope: ImportedScope): boolean {
  if (scope === 'all') return true;
  if ('names' in scope) return scope.names.some((name) => partsOf(name).pack === id);
  return scope.entries.some((entry) => importedAt(segmentOf(entry)) === place);
}

/** Editions that were read, by pack. */
const editions = new Map<string, { generation: string; reading: Promise<Edition | null> }>();

/**
 * An edited pack that is followed, as its publisher compiled it: in Traditional for that language, if it has such texts.
 * Null for packs of plain terms.
 */
export async function editedPack(record: PackRecord, language: string): Promise<Pack | null> {
  const { id, followed, generation } = record;
  if (!followed) return null;
  const known = editions.get(id);
  const read = known?.generation === generation ? known : { generation, reading: packStore.edition(record) };
  editions.set(id, read);
  read.reading.catch(() => editions.get(id) === read && editions.delete(id));
  const edition = await read.reading;
  if (!edition) return null;
  return language === 'zh-Hant' && edition.traditional ? inWords(edition.pack, edition.traditional) : edition.pack;
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
  const { id, about } = record;
  return creatingPack({ id, title: about.title, kind: 'imported', terms }, tables, manifestOf(record));
}

function manifestOf(record: PackRecord): Manifest {
  const { colour } = record;
  return { ...importedManifest(record), ...(colour && { colour }) };
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
