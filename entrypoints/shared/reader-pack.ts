/** Owns the pack as this reader has it: the bundled one in the words of a language, their own terms and their organisation's. */
import browser from 'webextension-polyfill';
import { ownRevision } from '../../glossary/library/compile-own';
import { readerPack } from '../../glossary/library/reader-pack';
import type { FinderData } from '../../glossary/pack/finder-data';
import type { Pack, ReaderPack } from '../../glossary/pack/pack';
import type { Readings } from '../../glossary/search/homophones';
import { bundledPack } from './bundled-pack';
import { OWN_FINDER_KEY, parseOwnFinder } from './page/own-tables';
import { settingsStore, watchSettings } from './settings/reader-settings';
import type { SettingsState } from './settings/stored-settings';

/** By whether they can be searched by reading. */
const made = new Map<boolean, { bundled: Pack; revision: string; pack: ReaderPack }>();

/**
 * The same pack as long as nothing of it changed, once the background compiled it; without added terms if they cannot be read.
 * @param language as `interfaceLanguage` gives it.
 * @param readings how characters are read, for who searches; '' to do without.
 * @param settings as they are now, for who has read them; null where they cannot be read.
 */
export async function loadPack(
  language: string,
  readings: Readings = '',
  settings: Pick<SettingsState, 'foundTerms'> | null | undefined = undefined,
): Promise<ReaderPack> {
  const bundled = await bundledPack(language);
  const state = settings === undefined ? await settingsStore.read().catch(() => null) : settings;
  const terms = state?.foundTerms ?? [];
  const revision = ownRevision(terms);
  const last = made.get(readings !== '');
  if (last?.bundled === bundled && last.revision === revision) return last.pack;
  const compiled = terms.length > 0 ? await readOwnFinder() : null;
  const pack = readerPack(bundled, { terms, variants: compiled?.variants ?? '', readings });
  // While the background compiles, spellings are those of the terms before, and some Traditional ones are not found: not kept.
  if (terms.length === 0 || compiled?.revision === revision) made.set(readings !== '', { bundled, revision, pack });
  return pack;
}

/** Calls `onChange` whenever another pack may be there, but for another language, until `signal` aborts. */
export function watchPack(onChange: () => void, signal: AbortSignal): void {
  watchSettings(onChange, signal);
  const onStored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && OWN_FINDER_KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(onStored);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onStored), { once: true });
}

/** What the finder is given of the terms that were added, as the background compiled it last; null where there are none. */
export async function readOwnFinder(): Promise<FinderData | null> {
  const stored: Record<string, unknown> = await browser.storage.local.get(OWN_FINDER_KEY).catch(() => ({}));
  return parseOwnFinder(stored[OWN_FINDER_KEY]);
}
