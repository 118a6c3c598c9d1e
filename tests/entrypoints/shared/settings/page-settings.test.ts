import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNowhere, NEW_PREFERENCES, type PackPreferences } from '../../../../entrypoints/shared/page/pack-marks';
import {
  DEFAULT_PAGE_SETTINGS,
  isOnFor,
  type PageSettings,
  parsePageSettings,
} from '../../../../entrypoints/shared/settings/page-settings';

const full: PageSettings = {
  v: 1,
  sites: { base: 'off', rules: [{ pattern: '*.a.cn', isOn: true }] },
  pausedUntil: 5,
  density: 'page',
  muted: { revisions: ['0123456789abcdef'], entries: [3] },
  packs: [
    {
      segment: 1,
      isOn: false,
      colour: 'blue',
      density: 'page',
      insideWords: 'all',
      sites: { base: 'off', rules: [{ pattern: 'a.cn', isOn: true }] },
    },
  ],
  marks: { style: 'wavy', colour: 'red', strength: 3, show: 'hover' },
  card: { opensBy: 'keys', restMs: 120, textSize: 'large' },
};

describe('parsePageSettings', () => {
  it('reads derived settings', () => {
    const { muted, ...page } = JSON.parse(JSON.stringify(full));
    expect(parsePageSettings(page, muted)).toEqual(full);
  });

  it.each([[undefined], [null], ['text'], [7], [[]], [{}], [{ v: 2 }]])('returns the defaults for %j', (stored) => {
    expect(parsePageSettings(stored, stored)).toEqual(DEFAULT_PAGE_SETTINGS);
  });

  it('replaces invalid values by defaults, and keeps the others', () => {
    const broken = {
      ...full,
      density: 'sometimes',
      sites: { base: 'off', rules: [{ pattern: 'a.cn' }, { pattern: 'b.cn', isOn: false }] },
      marks: { ...full.marks, strength: 9 },
      packs: [{ segment: 2, colour: 'pink', sites: 7 }, { isOn: true }],
      card: { opensBy: 'hover', restMs: -1, textSize: 'huge' },
    };
    expect(parsePageSettings(broken, full.muted)).toEqual({
      ...full,
      density: 'every',
      sites: { base: 'off', rules: [{ pattern: 'b.cn', isOn: false }] },
      marks: { ...full.marks, strength: 2 },
      packs: [{ ...NEW_PREFERENCES, segment: 2 }],
      card: { opensBy: 'hover', restMs: 300, textSize: 'usual' },
    });
  });

  it('accepts any value, and is idempotent', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (page, muted) => {
        const parsed = parsePageSettings(page, muted);
        expect(parsePageSettings(parsed, parsed.muted)).toEqual(parsed);
      }),
    );
  });
});

describe('isOnFor', () => {
  it.each<[string, Partial<PageSettings>, number, boolean]>([
    ['on as a rule', {}, 0, true],
    ['off until a pause is over', { pausedUntil: 10 }, 9, false],
    ['on when a pause is over', { pausedUntil: 10 }, 10, true],
    [
      'off where a rule says so, pause or not',
      { sites: { base: 'on', rules: [{ pattern: 'a.cn', isOn: false }] } },
      0,
      false,
    ],
  ])('is %s', (_name, settings, nowMs, expected) => {
    expect(isOnFor({ ...DEFAULT_PAGE_SETTINGS, ...settings }, 'a.cn', nowMs)).toBe(expected);
  });
});

describe('isNowhere', () => {
  const rules = (isOn: boolean) => [{ pattern: 'a.cn', isOn }];
  it.each<[string, Partial<PackPreferences>, boolean]>([
    ['not by default', {}, false],
    ['of a pack that is off', { isOn: false }, true],
    ['not of one that is off on some sites', { sites: { base: 'on', rules: rules(false) } }, false],
    ['of one for listed sites without any', { sites: { base: 'off', rules: [] } }, true],
    ['not of one for listed sites', { sites: { base: 'off', rules: rules(true) } }, false],
  ])('holds %s', (_name, set, expected) => {
    expect(isNowhere({ ...NEW_PREFERENCES, ...set })).toBe(expected);
  });
});
