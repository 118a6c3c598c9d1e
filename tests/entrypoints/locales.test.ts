import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, ENGLISH_STATUSES } from '../../glossary/pack/vocabulary';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

function messagesOf(locale: string): Record<string, Message> {
  return JSON.parse(readFileSync(join(ROOT, 'public/_locales', locale, 'messages.json'), 'utf8')); // The browsers' format.
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));
}

const chinese = messagesOf('zh_CN');

/** See `translate`. */
const isForOne = (key: string) => key.endsWith('_one');

describe('the locales', () => {
  it.each(['zh_TW', 'en'])('%s has the messages of zh_CN, with the same placeholders', (locale) => {
    const messages = Object.entries(messagesOf(locale)).filter(([key]) => !isForOne(key));
    expect(messages.map(([key]) => key).sort()).toEqual(Object.keys(chinese).sort());
    for (const [key, { placeholders }] of messages) {
      expect(placeholders ?? {}, key).toEqual(chinese[key]?.placeholders ?? {});
    }
  });

  it('English messages for one exist beside those for many, with a count as first placeholder', () => {
    const english = messagesOf('en');
    const forOne = Object.keys(english).filter(isForOne);
    expect(forOne.length).toBeGreaterThan(0);
    for (const key of forOne) {
      const { placeholders } = english[key.replace(/_one$/, '')] ?? {};
      expect(placeholders?.count?.content, key).toBe('$1');
      expect(english[key]?.placeholders, key).toEqual(placeholders);
    }
  });

  it.each(['zh_CN', 'zh_TW', 'en'])('%s declares each placeholder it uses, and uses each it declares', (locale) => {
    for (const [key, { message, placeholders = {} }] of Object.entries(messagesOf(locale))) {
      const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase());
      expect(new Set(used), key).toEqual(new Set(Object.keys(placeholders)));
    }
  });

  it('have a message for every category and every status of an English name', () => {
    const keys = [
      ...CATEGORIES.map((name) => `category_${name}`),
      ...ENGLISH_STATUSES.map((name) => `english_${name}`),
    ];
    expect(keys.filter((key) => !(key in chinese))).toEqual([]);
  });

  it('have no unused message', () => {
    const code = ['components', 'entrypoints', 'site', 'glossary/cli'].flatMap(sourcesUnder).join('\n');
    const config = readFileSync(join(ROOT, 'tools/build/manifest.ts'), 'utf8');
    // Composed keys: their constant beginning.
    const beginnings = [...code.matchAll(/`([a-z]\w*_)\$\{/g)].map(([, beginning = '']) => beginning);
    const unused = Object.keys(chinese).filter(
      (key) => !code.includes(key) && !config.includes(key) && !beginnings.some((begin) => key.startsWith(begin)),
    );
    expect(unused).toEqual([]);
  });

  // One word for each concept in the interface and the store texts; Taiwan's own words in zh_TW.
  it.each([
    ['zh_CN', /标注|术语包|自定义术语|你/],
    ['zh_TW', /標註|術語包|自訂術語|你|打開|許可證|默認|設置|數據|窗口|界面|鏈接|搜索|保存/],
  ])('%s uses the chosen words', (locale, others) => {
    const store = readFileSync(join(ROOT, 'docs/store', `${locale}.md`), 'utf8');
    const texts = [...store.split('\n'), ...Object.values(messagesOf(locale)).map(({ message }) => message)];
    expect(texts.filter((text) => others.test(text))).toEqual([]);
  });
});
