import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interfaceLanguage, loadWords, translate } from '../../../entrypoints/shared/language/translate';
import { fillIn, type MessageKey, type Words } from '../../../entrypoints/shared/language/words';
import { FakeArea } from './fake-area';

/** A replacement of the browser: its language, and the locale of its messages. */
const { speaks, area } = vi.hoisted(() => ({
  speaks: { language: '', locale: '' },
  area: { current: null as unknown },
}));

const localeFile = (locale: string) =>
  readFileSync(fileURLToPath(new URL(`../../../public/_locales/${locale}/messages.json`, import.meta.url)), 'utf8');

const wordsOf = (locale: string): Words => JSON.parse(localeFile(locale)); // The browsers' format; a test holds its shape.

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { getURL: (path: string) => `extension:${path}` },
    i18n: {
      getUILanguage: () => speaks.language,
      // What a locale lacks comes from the default one.
      getMessage: (key: string, given: string[] = []) =>
        fillIn(wordsOf(speaks.locale), key, given) || fillIn(wordsOf('en'), key, given),
    },
    storage: {
      local: new Proxy({}, { get: (_none, name) => Reflect.get(area.current as object, name).bind(area.current) }),
      managed: { get: () => Promise.reject(new Error('no policy')) },
      onChanged: { addListener: () => null },
    },
  },
}));

let local: FakeArea;

beforeEach(() => {
  local = new FakeArea({ settingsVersion: 1 });
  area.current = local;
  vi.stubGlobal(
    'fetch',
    async (address: string) => new Response(localeFile(/_locales\/(\w+)/.exec(address)?.[1] ?? '')),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('messages without a chosen language', () => {
  it.each<[language: string, given: string, lang: string, word: string]>([
    ['zh-CN', 'zh_CN', 'zh-Hans', '旁注 Pangzhu'],
    ['zh', 'en', 'zh-Hans', '旁注 Pangzhu'],
    ['zh-SG', 'en', 'zh-Hans', '旁注 Pangzhu'],
    ['zh-TW', 'zh_TW', 'zh-Hant', '旁註 Pangzhu'],
    ['zh-HK', 'en', 'zh-Hant', '旁註 Pangzhu'],
    ['zh-Hant-MO', 'en', 'zh-Hant', '旁註 Pangzhu'],
    ['en-GB', 'en', 'en', 'Pangzhu 旁注'],
    ['de', 'en', 'en', 'Pangzhu 旁注'],
    ['ja', 'en', 'en', 'Pangzhu 旁注'],
  ])('are the nearest to %s, for which the browser has those of %s', async (language, locale, lang, word) => {
    Object.assign(speaks, { language, locale });
    const words = await loadWords();
    expect(translate('extension_name')).toBe(word);
    expect(interfaceLanguage()).toBe(lang);
    // Scripts in pages have the browser's messages without a request.
    expect(words === null).toBe(translate('date_language').replace('-', '_').startsWith(locale));
  });

  it('have no English message for one in Chinese', async () => {
    Object.assign(speaks, { language: 'zh-CN', locale: 'zh_CN' });
    await loadWords();
    expect(translate('search_results', '1')).toBe(fillIn(wordsOf('zh_CN'), 'search_results', ['1']));
  });

  it('are replaced by a choice, and return without it', async () => {
    Object.assign(speaks, { language: 'de', locale: 'en' });
    await local.set({ 'set/language': { v: 'zh_TW', t: 1, device: 'test' } });
    await loadWords();
    expect(interfaceLanguage()).toBe('zh-Hant');
    await local.set({ 'set/language': { v: null, t: 2, device: 'test' } });
    await loadWords();
    expect(translate('extension_name')).toBe('Pangzhu 旁注');
  });
});

describe('English', () => {
  beforeEach(async () => {
    Object.assign(speaks, { language: 'de', locale: 'en' });
    await loadWords();
  });

  /** Messages filled with a number; `most` is a limit, which is never one. */
  const counting = Object.entries(wordsOf('en')).filter(
    ([key, { placeholders = {} }]) =>
      !key.endsWith('_one') && Object.keys(placeholders).some((name) => name !== 'most'),
  );

  it.each(counting.map(([key]) => key as MessageKey))('%s has no plural after a one', (key) => {
    expect(translate(key, '1', '1', '1', '1')).not.toMatch(/\b1 (?:\p{L}+ )?\p{L}{2,}(?<!s)s\b/u);
  });

  it.each<[key: MessageKey, count: string, text: string]>([
    ['search_results', '0', '0 results'],
    ['search_results', '1', '1 result'],
    ['search_results', '11', '11 results'],
    ['book_count', '1', '1 entry'],
    ['search_none', '1', 'Nothing found for “1”.'],
  ])('formats %s with %s as %s', (key, count, text) => {
    expect(translate(key, count)).toBe(text);
  });
});
