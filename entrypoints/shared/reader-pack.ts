/** Owns the pack as this reader has it: the bundled one in the words of a language, and their own terms. */
import browser from 'webextension-polyfill';
import type { FinderData } from '../../glossary/find/finder-data';
import { ownRevision } from '../../glossary/own/compile-own';
import { readerPack } from '../../glossary/own/reader-pack';
import type { Pack, ReaderPack } from '../../glossary/pack/pack';
import type { Readings } from '../../glossary/search/homophones';
import { bundledPack } from './bundled-pack';
import { OWN_FINDER_KEY, parseOwnFinder } from './page/own-tables';
import { settingsStore } from './settings/reader-settings';
import type { SettingsState } from './settings/stored-settings';

/** By whether they can be searched by reading. */
const made = new Map<boolean, { bundled: Pack; revision: string; pack: ReaderPack }>();

/**
 * The same pack as long as nothing of it changed; without own terms if they cannot be read.
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
  const variants = terms.length > 0 ? await ownVariants() : '';
  const pack = readerPack(bundled, { terms, variants, readings });
  made.set(readings !== '', { bundled, revision, pack });
  return pack;
}

/** While the background compiles, those of the terms before: then some Traditional spellings are not found for a moment. */
async function ownVariants(): Promise<string> {
  return (await readOwnFinder())?.variants ?? '';
}

/** What the finder is given of the reader's own terms, as the background compiled it last; null where there are none. */
export async function readOwnFinder(): Promise<FinderData | null> {
  const stored: Record<string, unknown> = await browser.storage.local.get(OWN_FINDER_KEY).catch(() => ({}));
  return parseOwnFinder(stored[OWN_FINDER_KEY]);
}
