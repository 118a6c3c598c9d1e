/** Owns the words of the extension's own pages, and their language. */
import browser from 'webextension-polyfill';

/** The interface's language as a page's `lang`: of the locale the messages come from, not of the browser. */
export function interfaceLanguage(): string {
  const language = browser.i18n.getUILanguage();
  if (!language.startsWith('zh')) return 'en';
  return /TW|HK|MO|Hant/i.test(language) ? 'zh-Hant' : 'zh-Hans';
}

export function translate(key: string, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}
