/**
 * Owns the words of the extension's own pages, and their language: the reader's choice, else the nearest there is to the
 * browser's. The browser gives the messages of one locale only; those of another are read from the extension's files.
 */
import browser from 'webextension-polyfill';
import { settingsStore } from '../settings/reader-settings';
import type { Settings } from '../settings/settings';
import { fillIn, type MessageKey, type Words } from './words';

type Language = Settings['language'];
type Locale = Exclude<Language, 'auto'>;

const TAGS: Record<Locale, string> = { zh_CN: 'zh-Hans', zh_TW: 'zh-Hant', en: 'en' };

/** Null while the browser's own messages hold. */
let chosen: { locale: Locale; words: Words } | null = null;

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
  const locale = language === 'auto' ? nearestLocale() : language;
  if (language === 'auto' && isGivenByBrowser(locale)) return null;
  if (chosen?.locale === locale) return chosen;
  const response = await fetch(browser.runtime.getURL(`/_locales/${locale}/messages.json`));
  return { locale, words: (await response.json()) as Words }; // Our own file; a test holds its shape.
}

/** The locale we have that is nearest to the browser's language. */
function nearestLocale(): Locale {
  const language = browser.i18n.getUILanguage();
  if (!language.startsWith('zh')) return 'en';
  return /TW|HK|MO|Hant/i.test(language) ? 'zh_TW' : 'zh_CN';
}

/** Where the browser has no locale of ours for its language (Hong Kong's, German), it gives Simplified Chinese. */
function isGivenByBrowser(locale: Locale): boolean {
  return browser.i18n.getMessage('date_language').startsWith(locale.replace('_', '-'));
}

/** The interface's language as a page's `lang`: of the locale the messages come from, not of the browser. */
export function interfaceLanguage(): string {
  return TAGS[chosen?.locale ?? nearestLocale()];
}

/** Where what is filled in first is one, the message is `KEY_one` if there is such: English alone has another word then. */
export function translate(key: MessageKey, ...substitutions: string[]): string {
  return (substitutions[0] === '1' && messageOf(`${key}_one`, substitutions)) || messageOf(key, substitutions);
}

/** Empty for an unknown key. */
function messageOf(key: string, substitutions: string[]): string {
  return chosen ? fillIn(chosen.words, key, substitutions) : browser.i18n.getMessage(key, substitutions);
}
