import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyOf } from '../../../../entrypoints/shared/settings/managed-settings';
import {
  CARD_OPENERS,
  DENSITIES,
  MARK_COLOURS,
  MARK_SHOWS,
  MARK_STYLES,
  REST_MS,
} from '../../../../entrypoints/shared/settings/page-settings';
import { LANGUAGES } from '../../../../entrypoints/shared/settings/settings';

/** With all there may be. */
const PACK = {
  id: 'society',
  title: '本会术语',
  terms: [
    {
      headword: '会士',
      forms: ['资深会士'],
      definition: '会员的最高一级。',
      source: { title: '章程', url: 'https://example.cn/a' },
    },
  ],
} as const;

const read = (managed: unknown) => {
  const { preset, locked, faults } = policyOf(managed);
  return { preset: Object.fromEntries(preset), locked: [...locked], faults };
};

describe('policyOf', () => {
  it('reads presets and locks', () => {
    const managed = {
      marks: { style: 'solid', colour: 'blue' },
      card: { restMs: 500 },
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
        density: 'page',
        'sites.base': 'off',
        badge: false,
        language: 'zh_TW',
        'muted/cast': true,
        'rule/*.xn--fsqu00a.xn--fiqs8s': true,
        'rule/mail.example.cn': false,
      },
      locked: ['sites.base', 'rule', 'language'],
      faults: [],
    });
  });

  it('names what makes no sense, and keeps the rest', () => {
    const managed = {
      marks: { style: 'double', colour: 'red' },
      sites: { on: ['a.cn/path', 'b.cn'], off: 'c.cn' },
      locked: ['sites', 'everything', '__proto__'],
    };
    expect(read(managed)).toEqual({
      preset: { 'marks.colour': 'red', 'rule/b.cn': true },
      locked: ['sites.base', 'rule'],
      faults: ['marks.style', 'sites.on: a.cn/path', 'sites.off', 'locked: everything', 'locked: __proto__'],
    });
  });

  it.each([[undefined], [null], ['text'], [{}], [[]]])('has nothing to say for %j', (managed) => {
    expect(read(managed)).toEqual({ preset: {}, locked: [], faults: [] });
  });

  it('reads anything', () => {
    fc.assert(
      fc.property(fc.anything(), (managed) => {
        expect(policyOf(managed).preset).toBeInstanceOf(Map);
      }),
    );
  });
});

describe('the schema administrators see', () => {
  it('names the values there are', () => {
    const file = fileURLToPath(new URL('../../../../public/managed_schema.json', import.meta.url));
    const { properties } = JSON.parse(readFileSync(file, 'utf8'));
    expect(properties).toMatchObject({
      marks: {
        properties: {
          style: { enum: [...MARK_STYLES] },
          colour: { enum: [...MARK_COLOURS] },
          show: { enum: [...MARK_SHOWS] },
        },
      },
      card: {
        properties: { opensBy: { enum: [...CARD_OPENERS] }, restMs: { minimum: REST_MS.min, maximum: REST_MS.max } },
      },
      density: { enum: [...DENSITIES] },
      language: { enum: [...LANGUAGES] },
    });
    const named = (at: string) => Object.keys(at.split('/').reduce((of, name) => of[name], properties.packs));
    expect(named('items/properties')).toEqual(Object.keys(PACK));
    expect(named('items/properties/terms/items/properties')).toEqual(Object.keys(PACK.terms[0]));
    expect(policyOf({ packs: [PACK] }).faults).toEqual([]);
    for (const name of properties.locked.items.enum) expect(policyOf({ locked: [name] }).faults).toEqual([]);
  });
});
