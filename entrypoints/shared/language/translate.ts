/**
 * Messages and language of extension pages: the reader's choice, otherwise the nearest to the browser's language. The browser
 * has the messages of one locale; those of others are read from the extension's files.
 */
import browser from 'webextension-polyfill';
import { settingsStore } from '../settings/reader-settings';
import type { Settings } from '../settings/settings';
import { fillIn, type MessageKey, type Words } from './words';

type Language = Settings['language'];
type Locale = Exclude<Language, 'auto'>;

const TAGS: Record<Locale, string> = { zh_CN: 'zh-Hans', zh_TW: 'zh-Hant', en: 'en' };

/** Null while the browser's messages are used. */
let chosen: { locale: Locale; words: Words } | null = null;

/** Numbers of the last started and the last applied call of `loadWords`: of two concurrent ones the later wins. */
let started = 0;
let applied = 0;

/**
 * Loads the messages of the chosen language. Await it before the first message, and after changes. Never rejects: after a
 * failure the former messages stay.
 * @returns the messages, for scripts that cannot load them; null if the browser's are used.
 */
export async function loadWords(): Promise<Words | null> {
  const mine = ++started;
  try {
    const { settings } = await settingsStore.read();
    const words = await wordsOf(settings.language);
    if (mine > applied) {
      applied = mine;
      chosen = words;
    }
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: for developers; readers see the browser's language.
    console.error('[pangzhu] no words of the chosen language', error);
  }
  return chosen?.words ?? null;
}

async function wordsOf(language: Language): Promise<typeof chosen> {
  const locale = language === 'auto' ? nearestLocale() : language;
  if (language === 'auto' && isUsedByBrowser(locale)) return null;
  if (chosen?.locale === locale) return chosen;
  const response = await fetch(browser.runtime.getURL(`/_locales/${locale}/messages.json`));
  return { locale, words: (await response.json()) as Words }; // A file of the extension; a test checks its shape.
}

/** The locale nearest to the browser's language. */
function nearestLocale(): Locale {
  const language = browser.i18n.getUILanguage();
  if (!language.startsWith('zh')) return 'en';
  return /TW|HK|MO|Hant/i.test(language) ? 'zh_TW' : 'zh_CN';
}

/** Whether the browser uses this locale. Without one for its language (Hong Kong, German) it uses English. */
function isUsedByBrowser(locale: Locale): boolean {
  return browser.i18n.getMessage('date_language').startsWith(locale.replace('_', '-'));
}

/** The language of the messages, as a `lang`. */
export function interfaceLanguage(): string {
  return TAGS[chosen?.locale ?? nearestLocale()];
}

/** The message of a key. If the first substitution is 1, `KEY_one` is preferred, which only English has. */
export function translate(key: MessageKey, ...substitutions: string[]): string {
  // In other languages, too, the browser would return the English message.
  const isForOne = substitutions[0] === '1' && interfaceLanguage() === TAGS.en;
  return (isForOne && messageOf(`${key}_one`, substitutions)) || messageOf(key, substitutions);
}

/** '' for an unknown key. */
function messageOf(key: string, substitutions: string[]): string {
  return chosen ? fillIn(chosen.words, key, substitutions) : browser.i18n.getMessage(key, substitutions);
}
