import { describe, expect, it } from 'vitest';
import { hasKanaNear, isOtherLanguage, settingsOfSite } from '../../../glossary/find/setting';
import { NEAR_UNITS } from '../../../glossary/pack/finder-data';
import { finderOf } from './finder-of';

it.each([
  ['ja', true],
  ['ko-KR', true],
  ['zh-TW', true],
  ['zh-Hant', true],
  ['zh-Hant-HK', true],
  ['yue', true],
  ['ZH-tw', true],
  ['zh', false],
  ['zh-CN', false],
  ['zh-Hans-SG', true],
  ['en', false],
  ['jam', false],
  ['', false],
])('the language %j is of another setting: %s', (tag, isOther) => {
  expect(isOtherLanguage(tag)).toBe(isOther);
});

describe('the name of a site', () => {
  const settings = [
    { id: 'party', home: ['党校', '支部'], away: ['公司', '集团'] },
    { id: 'science', home: ['科协'], away: ['公司'] },
  ];

  it.each<[string, number[], number[]]>([
    ['', [], []],
    ['某某网', [], []],
    ['市委党校', [0], []],
    ['机关支部', [0], []],
    ['某某集团', [], [0]],
    ['某某公司', [], [0, 1]],
    // What speaks for a setting does not speak against it.
    ['集团公司党校', [0], [1]],
    ['科协支部', [0, 1], []],
  ])('%j speaks for the settings %j, and against %j', (name, home, away) => {
    const { finder } = finderOf({ a: ['甲'] }, [], settings);
    expect(settingsOfSite(finder, name)).toEqual({ home: new Set(home), away: new Set(away) });
  });
});

describe('Japanese letters', () => {
  const far = '，'.repeat(NEAR_UNITS);

  it.each([
    ['学会の科協', true],
    ['科協カ', true],
    [`の${far.slice(1)}科協`, true],
    [`科協${far.slice(1)}の`, true],
    [`の${far}科協`, false],
    [`科協${far}の`, false],
    // Chinese texts use both.
    ['科協・会ー', false],
    ['科協', false],
  ])('are near 科協 in %j: %s', (text, isNear) => {
    const start = text.indexOf('科協');
    expect(hasKanaNear(text, { start, end: start + 2 })).toBe(isNear);
  });
});
