/**
 * Keeps the data of packs for pages up to date in `storage.local`: tables of the added packs, and the muted entries by
 * index. Compiled in the background, because the table of spellings is larger than all scripts of a page.
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
import { listPacks, publishReaderPacks, recompilePacks, watchPacks } from '../shared/packs/reader-packs';
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

/** The input of the compiled tables. */
interface Source {
  packs: readonly PlainPack[];
  /** Imported packs that are on, in their order. Their tables were made when they were imported. */
  imported: readonly { id: string; revision: string }[];
  /** Names of muted entries. */
  muted: readonly string[];
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
      const imported = await listPacks();
      await keepTables(local, { packs, imported, muted: settings.muted }, { isAnew, load: LOADERS });
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
      .catch(() => null);
  }, LOOK_DELAY_MS);
}

const LOADERS: Loaders = {
  spellings: loadSpellings,
  library: ({ packs, muted }) => loadLibrary(interfaceLanguage(), '', { packs }, { names: muted }),
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
      bundled.revision,
      ...revisions,
      source.imported.map(({ id, revision }) => [id, revision]),
    ]),
  );
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
