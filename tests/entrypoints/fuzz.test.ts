/** Feeds every parser of what comes from outside the extension with changed input; files of lists have a test of their own. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readBackup } from '../../entrypoints/glossaries/backup';
import { parseRoute, routeHref } from '../../entrypoints/glossary-browser/route';
import { readRulesFile } from '../../entrypoints/options/rules-file';
import { readSettingsFile, writeSettingsFile } from '../../entrypoints/options/settings-file';
import { pageTermsSchema, requestSchema } from '../../entrypoints/shared/messages';
import { parseImported } from '../../entrypoints/shared/page/imported-packs';
import { parseFinder, parseMuted, parsePrefilter } from '../../entrypoints/shared/page/pack-tables';
import { parseDraft } from '../../entrypoints/shared/report-draft';
import { policyOf } from '../../entrypoints/shared/settings/managed-settings';
import { DEFAULT_PAGE_SETTINGS, parsePageSettings } from '../../entrypoints/shared/settings/page-settings';
import { isValueOf } from '../../entrypoints/shared/settings/settings';
import { readStored, stateOf } from '../../entrypoints/shared/settings/stored-settings';
import { isSiteOn, placeOf } from '../../entrypoints/shared/sites/site-rules';
import { FUZZ_TIMEOUT_MS, fuzzing, mutated, mutatedJson } from '../mutate';

const SETTINGS = {
  'marks.style': 'wavy',
  'card.restMs': 500,
  'muted/bundled/cast': true,
  'rule/*.a.cn/news': false,
  'term/own-1': {
    headword: '量子纠缠',
    forms: ['纠缠'],
    definition: '释义',
    source: { title: '章', url: 'https://a.cn/' },
  },
  'pack/policy-a': { isOn: true, colour: 'red', density: 'page', insideWords: 'all', sites: { base: 'on', rules: [] } },
};
const POLICY = {
  marks: { style: 'solid', colour: 'blue', strength: 1, show: 'hover' },
  card: { opensBy: 'click', restMs: 500, textSize: 'large' },
  sites: { base: 'off', on: ['a.cn/news'], off: ['*.b.cn'] },
  muted: ['cast'],
  locked: ['sites', 'packs'],
  packs: [
    { id: 'a', title: '甲', terms: [{ headword: '会士', definition: '释义', status: 'deprecated', use: '会员' }] },
  ],
};
const REQUESTS = [
  { type: 'entries.get', revisions: ['0123456789abcdef'], entries: [0, 3] },
  {
    type: 'term.correct',
    entry: 'bundled/cast',
    scope: 'site',
    quote: { text: '他在读书。', start: 2, end: 4 },
    isOn: true,
  },
  { type: 'site.setEnabled', isOn: false },
  { type: 'bulletin.open', bulletin: 'cast-2021-06-01', passage: 'p1s1' },
];
const PAGE_TERMS = {
  revisions: ['0123456789abcdef'],
  frame: '0.5',
  isOn: true,
  isHidden: false,
  terms: [{ entry: 1, count: 2 }],
};
const BACKUP = {
  format: 'pangzhu-backup/1',
  packs: [
    {
      id: 'imported-a',
      file: { name: 'a.csv', format: 'csv' },
      preferences: { isOn: true, colour: null, density: null, insideWords: [], sites: { base: 'on', rules: [] } },
      content: { id: 'a', title: '甲', terms: [{ id: 't', headword: '量子', forms: [], definition: '释义' }] },
    },
  ],
};
const anyJson = fc.oneof(
  mutatedJson(SETTINGS, POLICY, BACKUP, ...REQUESTS, PAGE_TERMS, DEFAULT_PAGE_SETTINGS),
  fc.jsonValue(),
);

function fuzz<T>(title: string, input: fc.Arbitrary<T>, check: (value: T) => void): void {
  it(title, () => fc.assert(fc.property(input, check), fuzzing(150, 10_000)), FUZZ_TIMEOUT_MS);
}

describe('changed files', () => {
  fuzz('of settings have valid values, or a fault and its place', mutated(writeSettingsFile(SETTINGS)), (text) => {
    const read = readSettingsFile(text, () => false);
    if (read.ok) for (const [key, value] of Object.entries(read.values)) expect(isValueOf(key, value), key).toBe(true);
    else expect(read.where).toMatch(/^\//);
  });

  fuzz(
    'of rules have valid rules, or a faulty line',
    mutated('on a.cn\noff *.b.cn:8080 # c\non 例子.中国/路径\n'),
    (text) => {
      const read = readRulesFile(text);
      if (read.ok)
        for (const [key, value] of Object.entries(read.values)) expect(isValueOf(key, value), key).toBe(true);
      else expect(read.line).toBeGreaterThan(0);
    },
  );

  fuzz('of a backup have checked packs, or none', mutated(JSON.stringify(BACKUP)), (text) => {
    const packs = readBackup(text);
    for (const { content } of packs ?? []) for (const term of content.terms) expect(term.headword).not.toBe('');
  });
});

describe('changed values of the storage', () => {
  fuzz('are a policy of valid values', fc.oneof(mutatedJson(POLICY), anyJson), (managed) => {
    const { preset, packs } = policyOf(managed);
    for (const [key, value] of preset) expect(isValueOf(key, value), key).toBe(true);
    for (const { terms } of packs) for (const term of terms) expect(term.headword.trim()).not.toBe('');
  });

  fuzz(
    'are settings of valid values',
    fc.dictionary(
      fc.constantFrom(...Object.keys(SETTINGS).map((key) => `set/${key}`), 'settingsVersion', 'device'),
      anyJson,
    ),
    (items) => {
      const { settings } = stateOf(readStored(items), policyOf(undefined));
      expect(parsePageSettings({ ...settings, v: 1, packs: [] }, undefined).marks).toEqual(settings.marks);
    },
  );

  fuzz(
    'are settings of a page, which decide for any place',
    fc.tuple(anyJson, mutated('https://a.cn/news/1', 'file:///a')),
    ([page, address]) => {
      const parsed = parsePageSettings(page, page);
      expect(parsePageSettings(parsed, parsed.muted)).toEqual(parsed);
      expect(typeof isSiteOn(parsed.sites, placeOf(address))).toBe('boolean');
    },
  );

  fuzz('are tables and drafts, or none', anyJson, (value) => {
    for (const parse of [parsePrefilter, parseFinder, parseImported]) parse(value);
    parseMuted(value, 'a.cn');
    expect(parseDraft(value, 'id')?.id ?? 'id').toBe('id');
  });
});

describe('changed messages and addresses', () => {
  fuzz('are requests of a known shape, or none', fc.oneof(mutatedJson(...REQUESTS), anyJson), (message) => {
    const { success, output } = v.safeParse(requestSchema, message);
    // Nothing is added, and nothing else let through.
    if (success) expect(output).toEqual(message);
  });

  fuzz('are terms of a page, or none', fc.oneof(mutatedJson(PAGE_TERMS), anyJson), (message) => {
    const { success, output } = v.safeParse(pageTermsSchema, message);
    if (success) expect(output).toEqual(message);
  });

  fuzz(
    'are routes of the book',
    mutated('#/entry/bundled/cast', '#/search/3%2B1', '#/map/own%2Fa', '#/print/category'),
    (hash) => {
      const route = parseRoute(hash);
      if (route.name !== 'unknown') expect(parseRoute(routeHref(route))).toEqual(route);
    },
  );
});
