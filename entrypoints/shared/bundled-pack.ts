/**
 * Owns the bundled pack in the words of a language: Traditional for readers of that, loaded only then, as compiled
 * for all others. The background cannot import late, so the words are a file of the extension.
 */
import pack from 'virtual:pangzhu/pack';
import browser from 'webextension-polyfill';
import type { Pack } from '../../glossary/pack/pack';
import { inWords, type PackWords, TRADITIONAL_FILE } from '../../glossary/pack/pack-words';

let traditional: Promise<Pack> | null = null;

/**
 * @param language as `interfaceLanguage` gives it.
 * @returns the same pack every time; the one in Simplified if the words cannot be read.
 */
export function bundledPack(language: string): Promise<Pack> {
  if (language !== 'zh-Hant') return Promise.resolve(pack);
  traditional ??= readTraditional().catch((error: unknown) => {
    traditional = null;
    // biome-ignore lint/suspicious/noConsole: a reader sees Simplified, a developer why.
    console.error('[pangzhu] no Traditional words', error);
    return pack;
  });
  return traditional;
}

async function readTraditional(): Promise<Pack> {
  const response = await fetch(browser.runtime.getURL(`/${TRADITIONAL_FILE}`));
  return inWords(pack, (await response.json()) as PackWords); // Written by the same build; `inWords` asks for its revision.
}
