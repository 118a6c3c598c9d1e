/**
 * Loads the reader's library: the bundled pack in a language, the reader's own pack, packs of the policy, and imported
 * packs.
 */
import browser from 'webextension-polyfill';
import { inSegments, revisionsOf } from '../../glossary/library/compile-packs';
import { creatingLibrary, Library } from '../../glossary/library/library';
import { createPack } from '../../glossary/library/plain-pack';
import type { FinderData } from '../../glossary/pack/finder-data';
import type { Pack } from '../../glossary/pack/pack';
import type { Readings } from '../../glossary/search/homophones';
import { loadBundledPack } from './packaged-data';
import { type ImportedScope, importedBySegment, listPacks, watchPacks } from './packs/reader-packs';
import { FINDER_KEY, parseFinder } from './page/pack-tables';
import { inSlices, LIBRARY_SLICE_MS } from './page/slices';
import { settingsStore, watchSettings } from './settings/reader-settings';
import type { SettingsState } from './settings/stored-settings';

/** Memoised libraries, by whether they can be searched by pinyin. */
const made = new Map<boolean, { bundled: Pack; revisions: string; library: Library }>();

/**
 * Loads the library, memoised until the language, a pack or its tables change. Only the bundled pack if the settings cannot
 * be read.
 * @param language of `interfaceLanguage`.
 * @param readings of characters, for search by pinyin; '' for none.
 * @param settings if they were read already; null if they cannot be read. Without `settings`, packs have no colours.
 * @param scope terms of imported packs that are needed. A library with fewer than all is not memoised.
 * @throws if the bundled pack cannot be read.
 */
export async function loadLibrary(
  language: string,
  readings: Readings = '',
  settings: (Pick<SettingsState, 'packs'> & Partial<SettingsState>) | null | undefined = undefined,
  scope: ImportedScope = 'all',
): Promise<Library> {
  const [bundled, state, records] = await Promise.all([
    loadBundledPack(language),
    settings === undefined ? settingsStore.read().catch(() => null) : settings,
    listPacks(),
  ]);
  const packs = state?.packs ?? [];
  const own = JSON.stringify(revisionsOf(packs));
  const set = state?.settings?.packs ?? {};
  const coloured = (pack: Pack): Pack => {
    const { colour = null } = set[pack.manifest.id] ?? {};
    return colour ? { ...pack, manifest: { ...pack.manifest, colour } } : pack;
  };
  const colours = Object.entries(set).map(([id, { colour }]) => [id, colour]);
  const revisions = JSON.stringify([
    own,
    colours,
    ...records.map(({ id, revision, colour }) => [id, revision, colour]),
  ]);
  const isWhole = scope === 'all' || records.length === 0;
  const last = made.get(readings !== '');
  if (isWhole && last?.bundled === bundled && last.revisions === revisions) return last.library;
  const compiled = packs.length > 0 ? await readAddedFinder() : null;
  const tables = { variants: compiled?.variants ?? '', readings };
  const [, ...added] = inSegments(packs).map((pack) => pack && coloured(createPack(pack, tables)));
  const imported = await importedBySegment(records, scope, { variants: '', readings, language });
  const all = [coloured(bundled), ...added, ...imported.slice(1 + added.length)];
  const library = await inSlices(creatingLibrary(all), LIBRARY_SLICE_MS);
  // Until the background has compiled the packs, some Traditional spellings are missing: not memoised.
  const isCompiled = packs.length === 0 || JSON.stringify(compiled?.revisions) === own;
  if (isWhole && isCompiled) made.set(readings !== '', { bundled, revisions, library });
  return library;
}

/** The bundled pack alone, as a library. @throws if it cannot be read. */
export async function loadBundledLibrary(language: string): Promise<Library> {
  return new Library([await loadBundledPack(language)]);
}

/** Calls `onChange` when the library may have changed, except by the language, until `signal` aborts. */
export function watchLibrary(onChange: () => void, signal: AbortSignal): void {
  watchSettings(onChange, signal);
  watchPacks(onChange, signal);
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && FINDER_KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onStored), { once: true });
}

/** The finder's data of added packs, as compiled by the background; null without such packs. */
export async function readAddedFinder(): Promise<FinderData | null> {
  const stored: Record<string, unknown> = await browser.storage.local.get(FINDER_KEY).catch(() => ({}));
  return parseFinder(stored[FINDER_KEY]);
}
