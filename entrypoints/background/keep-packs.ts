/**
 * Keeps the data of packs for pages up to date in `storage.local`: tables of the added packs, and the muted entries by
 * index. Compiled in the background, because the table of spellings is larger than all scripts of a page.
 */
import bundled from 'virtual:pangzhu/manifest';
import browser, { type Storage } from 'webextension-polyfill';
import { compilePacks, revisionsOf } from '../../glossary/library/compile-packs';
import { BUNDLED_PACK } from '../../glossary/library/entry-name';
import type { Library } from '../../glossary/library/library';
import type { PlainPack } from '../../glossary/library/plain-pack';
import { contentHash } from '../../glossary/pack/content-hash';
import type { EntryIndex } from '../../glossary/pack/finder-data';
import { Folding } from '../../glossary/pack/folding';
import { interfaceLanguage } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { loadSpellings } from '../shared/packaged-data';
import { listPacks, packStore, publishReaderPacks, watchPacks } from '../shared/packs/reader-packs';
import {
  FINDER_KEY,
  MUTED_KEY,
  PREFILTER_KEY,
  parseFinder,
  parsePrefilter,
  type StoredMuted,
  sealFinder,
} from '../shared/page/pack-tables';
import { settingsStore, watchSettings } from '../shared/settings/reader-settings';
import type { Settings } from '../shared/settings/settings';
import { setAlarm } from './keep-followed';
import { recompilePacks } from './recompile-packs';

type LocalArea = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;

/** The input of the compiled tables. */
interface Source {
  packs: readonly PlainPack[];
  /** Imported packs that are on, in their order. Their tables were made when they were imported. */
  imported: readonly { id: string; revision: string }[];
  /** Names of muted entries. */
  muted: readonly string[];
  /** Names of entries that are muted on a site only. */
  mutedAt: readonly (readonly [site: string, entry: string])[];
}

/** Data that is loaded only if tables must be compiled. */
interface Loaders {
  spellings(): Promise<string>;
  library(source: Source): Promise<Library>;
}

const KEYS = [PREFILTER_KEY, FINDER_KEY, MUTED_KEY];

/**
 * Time between a start of the worker and its first look at the tables, in ms. The message that woke it is answered before:
 * the look reads and hashes all tables, a tenth of a second for the largest packs.
 */
const LOOK_DELAY_MS = 500;

/** Items of version 0.1.0 in place of today's. */
const OLD_KEYS = ['ownHint', 'ownFinder'];

/** Keeps the tables up to date as long as the worker lives. Call it once when the worker starts. */
export function keepPacks(): void {
  const keep = (isAnew: boolean) => {
    // One at a time, so that the last change is written last.
    const kept = navigator.locks.request('packs', async () => {
      const { settings, packs } = await settingsStore.read();
      const { local } = browser.storage;
      const bundled = (await packStore.listAll()).filter(({ id }) => id === BUNDLED_PACK);
      const imported = [...(await listPacks()), ...bundled];
      await keepTables(local, { packs, imported, ...mutedOf(settings) }, { isAnew, load: LOADERS });
      if (isAnew) await local.remove(OLD_KEYS);
    });
    // A failure, such as a full disk, is retried at the next change or start; pages keep the former tables.
    void kept.catch(() => null);
  };
  watchSettings(() => keep(false), new AbortController().signal);
  watchPacks(() => keep(false), new AbortController().signal);
  // Another version may compile the same terms to other tables.
  browser.runtime.onInstalled.addListener(() => keep(true));
  setTimeout(() => {
    keep(false);
    // The extension may have been ended between a change of packs and its publication.
    void recompilePacks(async () => new Folding(await loadSpellings()))
      .then(publishReaderPacks)
      .catch(() => null)
      .then(setAlarm)
      .catch(() => null);
  }, LOOK_DELAY_MS);
}

const LOADERS: Loaders = {
  spellings: loadSpellings,
  library: ({ packs, muted, mutedAt }) =>
    loadLibrary(interfaceLanguage(), '', { packs }, { names: [...muted, ...mutedAt.map(([, entry]) => entry)] }),
};

/** Writes outdated tables of `source` in one call, or all of them. @param isAnew whether current tables are written as well. */
export async function keepTables(
  local: LocalArea,
  source: Source,
  { isAnew, load }: { isAnew: boolean; load: Loaders },
): Promise<void> {
  const stored = await local.get(KEYS);
  const items: Record<string, unknown> = {};
  const revisions = revisionsOf(source.packs);
  const tables = [parsePrefilter(stored[PREFILTER_KEY]), parseFinder(stored[FINDER_KEY])];
  const isCompiled = tables.every((table) => JSON.stringify(table?.revisions) === JSON.stringify(revisions));
  if (source.packs.length > 0 && (isAnew || !isCompiled)) {
    const { prefilter, finder } = compilePacks(source.packs, new Folding(await load.spellings()));
    Object.assign(items, { [PREFILTER_KEY]: { ...prefilter, revisions }, [FINDER_KEY]: sealFinder(finder) });
  }
  const names = contentHash(
    JSON.stringify([
      source.muted,
      ...source.mutedAt,
      bundled.revision,
      ...revisions,
      source.imported.map(({ id, revision }) => [id, revision]),
    ]),
  );
  const hasMuted = source.muted.length + source.mutedAt.length > 0;
  if (hasMuted && (isAnew || Reflect.get(Object(stored[MUTED_KEY]), 'names') !== names)) {
    items[MUTED_KEY] = { ...mutedIn(await load.library(source), source), names };
  }
  const dropped = [
    ...(source.packs.length === 0 ? [PREFILTER_KEY, FINDER_KEY] : []),
    ...(!hasMuted ? [MUTED_KEY] : []),
  ].filter((key) => key in stored);
  if (Object.keys(items).length > 0) await local.set(items);
  if (dropped.length > 0) await local.remove(dropped);
}

function mutedIn(library: Library, { muted, mutedAt }: Source): StoredMuted {
  const { revisions } = library;
  const entries = muted.flatMap((name) => library.named(name)?.index ?? []);
  const sites = mutedAt.flatMap(([site, name]): [string, EntryIndex][] => {
    const entry = library.named(name);
    return entry ? [[site, entry.index]] : [];
  });
  return { revisions, entries, ...(sites.length > 0 && { sites }) };
}

/** The muted entries of the settings. A correction for a site mutes its entry there. */
function mutedOf({ muted, corrections }: Settings): Pick<Source, 'muted' | 'mutedAt'> {
  const pairs = corrections.flatMap(({ site, entry }): [string, string][] =>
    site === undefined ? [] : [[site, entry]],
  );
  const distinct = new Map(pairs.map((pair) => [pair.join(' '), pair]));
  return { muted, mutedAt: [...distinct.values()] };
}
