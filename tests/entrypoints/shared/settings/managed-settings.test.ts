import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DENSITIES } from '../../../../entrypoints/shared/page/pack-marks';
import { policyOf } from '../../../../entrypoints/shared/settings/managed-settings';
import { CARD_OPENERS, MARK_SHOWS, MARK_STYLES, REST_MS } from '../../../../entrypoints/shared/settings/page-settings';
import { LANGUAGES } from '../../../../entrypoints/shared/settings/settings';
import { MARK_COLOURS } from '../../../../glossary/pack/mark-colours';

/** A policy with every name. */
const PACK = {
  id: 'society',
  title: '本会术语',
  marks: {
    colour: 'green',
    density: 'page',
    insideWords: true,
    sites: { base: 'off', on: ['a.cn'], off: ['b.a.cn'] },
    locked: true,
  },
  terms: [
    {
      headword: '会士',
      forms: ['资深会士'],
      definition: '会员的最高一级。',
      translation: 'fellow',
      equivalents: [{ language: 'de', text: 'Mitglied' }],
      pinyin: 'huìshì',
      subject: '学会',
      note: '不指一般会员。',
      source: { title: '章程', url: 'https://example.cn/a', quote: '会士由理事会授予', date: '2021-06-11' },
      status: 'deprecated',
      use: '会员',
      exactCase: true,
      insideWords: true,
    },
  ],
} as const;

const FOLLOWED = `https://words.example/g/latest.json#k=${'A'.repeat(43)}`;

const FULL = {
  follow: [FOLLOWED],
  packs: [PACK],
  marks: { style: 'solid', colour: 'blue', strength: 1, show: 'hover' },
  card: { opensBy: 'click', restMs: 500, textSize: 'large' },
  density: 'page',
  sites: { base: 'off', on: ['a.cn'], off: ['b.a.cn'] },
  muted: ['cast'],
  badge: false,
  language: 'zh_TW',
  locked: ['sites'],
};

const read = (managed: unknown) => {
  const { preset, locked, faults } = policyOf(managed);
  return { preset: Object.fromEntries(preset), locked: [...locked], faults };
};

describe('policyOf', () => {
  it('reads presets and locks', () => {
    const managed = {
      marks: { style: 'solid', colour: 'blue' },
      card: { restMs: 500, textSize: 'largest' },
      density: 'page',
      sites: { base: 'off', on: ['*.例子.中国'], off: ['https://mail.example.cn/'] },
      muted: ['cast'],
      badge: false,
      language: 'zh_TW',
      locked: ['sites', 'language'],
    };
    expect(read(managed)).toEqual({
      preset: {
        'marks.style': 'solid',
        'marks.colour': 'blue',
        'card.restMs': 500,
        'card.textSize': 'largest',
        density: 'page',
        'sites.base': 'off',
        badge: false,
        language: 'zh_TW',
        'muted/bundled/cast': true,
        'rule/*.xn--fsqu00a.xn--fiqs8s': true,
        'rule/mail.example.cn': false,
      },
      locked: ['sites.base', 'rule', 'language'],
      faults: [],
    });
  });

  it('presets what is set of a pack, and locks it', () => {
    const terms = [{ headword: '会士', definition: '释义' }];
    const { preset, locked, faults } = read({
      packs: [
        { id: 'a', title: '甲', terms, marks: PACK.marks },
        { id: 'b', title: '乙', terms, marks: { colour: 'pink' } },
        { id: 'c', title: '丙', terms, marks: { sites: { off: ['a.cn/path?q'] } } },
        { id: 'd', title: '丁', terms, marks: {} },
      ],
      locked: ['packs'],
    });
    const rules = [
      { pattern: 'a.cn', isOn: true },
      { pattern: 'b.a.cn', isOn: false },
    ];
    expect(preset).toEqual({
      'pack/policy-a': {
        isOn: true,
        colour: 'green',
        density: 'page',
        insideWords: 'all',
        sites: { base: 'off', rules },
      },
      'pack/policy-d': { isOn: true, colour: null, density: null, insideWords: [], sites: { base: 'on', rules: [] } },
    });
    expect(locked).toEqual(['pack', 'pack/policy-a']);
    expect(faults).toEqual(['packs[1].marks.colour', 'packs[2].marks.sites.off.0']);
  });

  it('names invalid values, and applies the others', () => {
    const managed = {
      marks: { style: 'unknown', colour: 'red' },
      sites: { on: ['a.cn/path?q', 'b.cn'], off: 'c.cn' },
      locked: ['sites', 'everything', '__proto__'],
      lockd: ['muted'],
      card: { rest: 5 },
    };
    expect(read(managed)).toEqual({
      preset: { 'marks.colour': 'red', 'rule/b.cn': true },
      locked: ['sites.base', 'rule'],
      faults: [
        'marks.style',
        'sites.on: a.cn/path?q',
        'sites.off',
        'lockd',
        'card.rest',
        'locked: everything',
        'locked: __proto__',
      ],
    });
  });

  it.each([[undefined], [null], ['text'], [{}], [[]]])('is empty for %j', (managed) => {
    expect(read(managed)).toEqual({ preset: {}, locked: [], faults: [] });
  });

  it('accepts any value', () => {
    fc.assert(
      fc.property(fc.anything(), (managed) => {
        expect(policyOf(managed).preset).toBeInstanceOf(Map);
      }),
    );
  });
});

describe('addresses to follow', () => {
  it('are followed once each, with their keys', () => {
    const { follow, faults } = policyOf({ follow: [FOLLOWED, FOLLOWED] });
    expect(follow).toEqual([{ url: 'https://words.example/g/latest.json', keys: ['A'.repeat(43)] }]);
    expect(faults).toEqual([]);
  });

  it.each([
    'https://words.example/',
    'http://words.example/latest.json',
    FOLLOWED.replace('words.example', '10.0.0.1'),
    'x',
  ])('are named as faults: %s', (address) => {
    expect(policyOf({ follow: [address] })).toMatchObject({ follow: [], faults: [`follow: ${address}`] });
  });
});

describe('the schema for administrators', () => {
  const file = (path: string) => readFileSync(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), 'utf8');
  const schema = file('public/managed_schema.json');
  const { properties } = JSON.parse(schema);

  it('has every known name', () => {
    const names = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).map(([name, within]) => [name, names(within)]))
        : null;
    const inSchema = (of: { type: string; properties?: object; items?: never }): unknown =>
      of.properties
        ? Object.fromEntries(Object.entries(of.properties).map(([name, within]) => [name, inSchema(within)]))
        : null;
    expect(inSchema({ type: 'object', properties })).toEqual(names(FULL));
    expect(inSchema(properties.packs.items)).toEqual(names({ ...PACK, terms: [] }));
    expect(inSchema(properties.packs.items.properties.terms.items)).toEqual(names(PACK.terms[0]));
    expect(policyOf(FULL).faults).toEqual([]);
  });

  it('restricts types only, because Chromium drops a whole name for one invalid value', () => {
    expect(schema).not.toMatch(/"(enum|minimum|maximum|pattern|required|additionalProperties)"/);
  });

  it('is documented with all values and locks', () => {
    const told = file('docs/organisations.md');
    const values = [...CARD_OPENERS, ...DENSITIES, ...MARK_COLOURS, ...MARK_SHOWS, ...MARK_STYLES, ...LANGUAGES];
    expect(values.filter((value) => !told.includes(`\`${value}\``))).toEqual([]);
    expect(told).toContain(`${REST_MS.min} to ${REST_MS.max}`);
    const [, locks = ''] = /\| `locked` \| list of ([^|]+)\|/.exec(told) ?? [];
    for (const [, name] of locks.matchAll(/`(\w+)`/g)) expect(policyOf({ locked: [name] }).faults).toEqual([]);
    expect(locks.match(/`/g)).toHaveLength(20);
  });
});
