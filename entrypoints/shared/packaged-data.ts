/**
 * Data files of the extension, read when first needed. They are not part of any script: the background's would be parsed
 * at each of its starts, and Chromium's cannot import late.
 */
import browser from 'webextension-polyfill';
import type { FinderData } from '../../glossary/pack/finder-data';
import type { Pack } from '../../glossary/pack/pack';
import { inWords, type PackWords } from '../../glossary/pack/pack-words';
import { PACKAGED_FILES } from '../../glossary/pack/packaged-files';
import type { Readings } from '../../glossary/search/homophones';

/** A JSON file that the build wrote, read once. @throws, also later, as long as it cannot be read. */
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
  return (await response.json()) as T; // Our own file, written by the same build.
}

const loadSimplified = packaged<Pack>(PACKAGED_FILES.pack);
const loadTraditionalWords = packaged<PackWords>(PACKAGED_FILES.traditional);
/** Spellings of all letters, for `Folding`. */
export const loadSpellings = packaged<string>(PACKAGED_FILES.spellings);
/** How characters are read, for search by pinyin. */
export const loadReadings = packaged<Readings>(PACKAGED_FILES.readings);
/** What the finder is given of the bundled pack. */
export const loadFinderData = packaged<FinderData>(PACKAGED_FILES.finder);

let traditional: Promise<Pack> | null = null;

/**
 * The bundled pack in the words of a language: Traditional for readers of that, as compiled for all others.
 * @param language as `interfaceLanguage` gives it.
 * @returns the same pack every time; the one in Simplified if the words cannot be read. @throws if neither can.
 */
export function loadBundledPack(language: string): Promise<Pack> {
  if (language !== 'zh-Hant') return loadSimplified();
  traditional ??= Promise.all([loadSimplified(), loadTraditionalWords()]).then(
    ([pack, words]) => inWords(pack, words),
    (error: unknown) => {
      traditional = null;
      // biome-ignore lint/suspicious/noConsole: a reader sees Simplified, a developer why.
      console.error('[pangzhu] no Traditional words', error);
      return loadSimplified();
    },
  );
  return traditional;
}
