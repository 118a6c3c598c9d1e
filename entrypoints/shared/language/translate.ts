/**
 * Owns the words of the extension's own pages, and their language: the reader's choice, else the browser's. The browser
 * gives the messages of its own language only; those of another are read from the extension's files.
 */
import browser from 'webextension-polyfill';
import { settingsStore } from '../settings/reader-settings';
import type { Settings } from '../settings/settings';
import { fillIn, type Words } from './words';

type Language = Settings['language'];

const TAGS: Record<Exclude<Language, 'auto'>, string> = { zh_CN: 'zh-Hans', zh_TW: 'zh-Hant', en: 'en' };

let chosen: { language: Exclude<Language, 'auto'>; words: Words } | null = null;

/** Readings of the choice begun, and the one whose words hold: of two under way the later has the last word. */
let begun = 0;
let taken = 0;

/**
 * Takes the reader's choice over; to be awaited before the first word, and again when the choice changed.
 * Never rejects: without the choice's words the browser's stay.
 * @returns the words of a chosen language, for a script that cannot read them; null where the browser's hold.
 */
export async function loadWords(): Promise<Words | null> {
  const mine = ++begun;
  try {
    const { settings } = await settingsStore.read();
    const words = await wordsOf(settings.language);
    if (mine > taken) {
      taken = mine;
      chosen = words;
    }
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: a reader sees the browser's language, a developer why.
    console.error('[pangzhu] no words of the chosen language', error);
  }
  return chosen?.words ?? null;
}

async function wordsOf(language: Language): Promise<typeof chosen> {
  if (language === 'auto') return null;
  if (chosen?.language === language) return chosen;
  const response = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json`));
  return { language, words: (await response.json()) as Words }; // Our own file; a test holds its shape.
}

/** The interface's language as a page's `lang`: of the locale the messages come from, not of the browser. */
export function interfaceLanguage(): string {
  if (chosen) return TAGS[chosen.language];
  const language = browser.i18n.getUILanguage();
  if (!language.startsWith('zh')) return 'en';
  return /TW|HK|MO|Hant/i.test(language) ? 'zh-Hant' : 'zh-Hans';
}

export function translate(key: string, ...substitutions: string[]): string {
  return chosen ? fillIn(chosen.words, key, substitutions) : browser.i18n.getMessage(key, substitutions);
}
