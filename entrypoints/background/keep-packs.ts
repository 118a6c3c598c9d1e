/**
 * Keeps what pages need of the packs up to date in `storage.local`: tables of the added packs, and the muted entries by
 * index. Compiled here, because the table of spellings is larger than everything a page carries.
 */
import bundled from 'virtual:pangzhu/manifest';
import browser, { type Storage } from 'webextension-polyfill';
import { compilePacks, revisionsOf } from '../../glossary/library/compile-packs';
import type { Library } from '../../glossary/library/library';
import type { PlainPack } from '../../glossary/library/plain-pack';
import { contentHash } from '../../glossary/pack/content-hash';
import { Folding } from '../../glossary/pack/folding';
import { interfaceLanguage } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { loadSpellings } from '../shared/packaged-data';
import {
  FINDER_KEY,
  MUTED_KEY,
  type MutedEntries,
  PREFILTER_KEY,
  parseFinder,
  parsePrefilter,
  sealFinder,
} from '../shared/page/pack-tables';
import { settingsStore, watchSettings } from '../shared/settings/reader-settings';

type LocalArea = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;

/** What the tables are made from. */
interface Source {
  packs: readonly PlainPack[];
  /** Names of muted entries. */
  muted: readonly string[];
}

/** What is only loaded if tables have to be made. */
interface Loaders {
  spellings(): Promise<string>;
  library(source: Source): Promise<Library>;
}

const KEYS = [PREFILTER_KEY, FINDER_KEY, MUTED_KEY];

/** Items of version 0.1.0 in place of today's. */
const OLD_KEYS = ['ownHint', 'ownFinder'];

/** Keeps the tables up to date as long as the worker lives. Call it once when the worker starts. */
export function keepPacks(): void {
  const keep = (isAnew: boolean) => {
    // One at a time: what is written last was read last.
    const kept = navigator.locks.request('packs', async () => {
      const { settings, packs } = await settingsStore.read();
      const { local } = browser.storage;
      await keepTables(local, { packs, muted: settings.muted }, { isAnew, load: LOADERS });
      if (isAnew) await local.remove(OLD_KEYS);
    });
    // What fails now (a full disk) is tried again with the next change or start; pages keep what they have.
    void kept.catch(() => null);
  };
  watchSettings(() => keep(false), new AbortController().signal);
  // Another version may compile the same terms to something else.
  browser.runtime.onInstalled.addListener(() => keep(true));
  keep(false);
}

const LOADERS: Loaders = {
  spellings: loadSpellings,
  library: ({ packs }) => loadLibrary(interfaceLanguage(), '', { packs }),
};

/** Writes the tables of `source`, all of them at once. @param isAnew also those that are there already. */
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
  const names = contentHash(JSON.stringify([source.muted, bundled.revision, ...revisions]));
  if (source.muted.length > 0 && (isAnew || Reflect.get(Object(stored[MUTED_KEY]), 'names') !== names)) {
    items[MUTED_KEY] = { ...mutedIn(await load.library(source), source.muted), names };
  }
  const dropped = [
    ...(source.packs.length === 0 ? [PREFILTER_KEY, FINDER_KEY] : []),
    ...(source.muted.length === 0 ? [MUTED_KEY] : []),
  ].filter((key) => key in stored);
  if (Object.keys(items).length > 0) await local.set(items);
  if (dropped.length > 0) await local.remove(dropped);
}

function mutedIn(library: Library, names: readonly string[]): MutedEntries {
  const { revisions } = library;
  return { revisions, entries: names.flatMap((name) => library.named(name)?.index ?? []) };
}
