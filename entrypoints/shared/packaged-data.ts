/**
 * Reads data files of the extension when first needed. They are not part of the background's script, which is parsed at each
 * start and cannot import later in Chromium.
 */
import followAddress from 'virtual:pangzhu/follow';
import browser from 'webextension-polyfill';
import { BUNDLED_PACK } from '../../glossary/library/entry-name';
import type { FinderData } from '../../glossary/pack/finder-data';
import type { Pack } from '../../glossary/pack/pack';
import { inWords, type PackWords } from '../../glossary/pack/pack-words';
import { PACKAGED_FILES } from '../../glossary/pack/packaged-files';
import type { Readings } from '../../glossary/search/homophones';
import { editedPack, packStore } from './packs/reader-packs';

/** Reads a JSON file of the build, memoised. The promise rejects if it cannot be read; a later call tries again. */
function packaged<T>(file: string): () => Promise<T> {
  let read: Promise<T> | null = null;
  return () => {
    read ??= fetchJson<T>(file).catch((error: unknown) => {
      read = null;
      throw error;
    });
    return read;
  };
}

async function fetchJson<T>(file: string): Promise<T> {
  const response = await fetch(browser.runtime.getURL(`/${file}`));
  return (await response.json()) as T; // Written by the same build.
}

const loadSimplified = packaged<Pack>(PACKAGED_FILES.pack);
const loadTraditionalWords = packaged<PackWords>(PACKAGED_FILES.traditional);
/** Spellings of all letters, for `Folding`. */
export const loadSpellings = packaged<string>(PACKAGED_FILES.spellings);
/** Readings of characters, for search by pinyin. */
export const loadReadings = packaged<Readings>(PACKAGED_FILES.readings);
/** The finder's data of the bundled pack. */
export const loadFinderData = packaged<FinderData>(PACKAGED_FILES.finder);

let traditional: Promise<Pack> | null = null;

/**
 * The bundled pack, memoised: in Traditional for that language, otherwise as compiled.
 * @param language of `interfaceLanguage`.
 * @returns the pack in Simplified if the Traditional texts cannot be read. @throws if neither can be read.
 */
export async function loadBundledPack(language: string): Promise<Pack> {
  if (followAddress !== '') {
    const later = await loadLater(language).catch(() => null);
    if (later) return later;
  }
  return loadPackaged(language);
}

/** The followed revision of the bundled pack; null if the packaged one is current. */
async function loadLater(language: string): Promise<Pack | null> {
  const record = (await packStore.listAll()).find(({ id }) => id === BUNDLED_PACK);
  return record ? editedPack(record, language) : null;
}

function loadPackaged(language: string): Promise<Pack> {
  if (language !== 'zh-Hant') return loadSimplified();
  traditional ??= Promise.all([loadSimplified(), loadTraditionalWords()]).then(
    ([pack, words]) => inWords(pack, words),
    (error: unknown) => {
      traditional = null;
      // biome-ignore lint/suspicious/noConsole: for developers; readers see Simplified.
      console.error('[pangzhu] no Traditional words', error);
      return loadSimplified();
    },
  );
  return traditional;
}
