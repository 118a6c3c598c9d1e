import { describe, expect, it } from 'vitest';
import { compileFinder, type FormRules, neighboursIn } from '../../../glossary/pack/compile-finder';
import { Folding } from '../../../glossary/pack/folding';

const folding = new Folding('協协會会');
const options = { revisions: ['r'], folding };

/** The data of one entry with one form, its rule and its patterns by index. */
function ruleOf(rules: Partial<FormRules>) {
  const settings = [
    { id: 'none', home: [], away: [] },
    { id: 'party', home: ['党'], away: ['会'], simplified: true as const },
  ];
  const entries = [
    { id: 'one', forms: [{ text: '学会', ...rules }] },
    { id: 'two', forms: [] },
  ];
  const data = compileFinder(entries, [], { ...options, settings });
  return { rule: data.rules[0] ?? null, patterns: data.patterns.split('\n'), data };
}

describe('the rule of a form', () => {
  it.each<[string, Partial<FormRules>, object | null]>([
    ['nothing', {}, null],
    ['nothing that holds', { quoted: false, exactCase: false, insideWords: false }, null],
    ['quotes', { quoted: true }, { quoted: true }],
    ['case', { text: 'ＣＡＳＴ', exactCase: true }, { exact: 'CAST' }],
    ['insides of words', { insideWords: true }, { inside: true }],
    ['neighbours', { notBefore: ['會'], notAfter: ['協'] }, { notBefore: ['会'], notAfter: ['协'] }],
    ['rests', { restsAfter: ['會'], restsBefore: ['協'] }, { restsAfter: ['会'], restsBefore: ['协'] }],
    ['words beside', { standsBefore: ['會'], standsAfter: ['協'] }, { standsBefore: ['会'], standsAfter: ['协'] }],
    ['entries', { needs: { entries: ['two', 'none'] } }, { entries: [1, -1] }],
    ['quotes among others', { needs: { quoted: true } }, { orQuoted: true }],
    ['no word near', { unless: { near: ['學會'] } }, { unlessNear: [2] }],
    ['no word on the page', { unless: { page: ['学会'] } }, { unlessPage: [2] }],
    ['settings', { settings: ['party', 'none'] }, { settings: [1, 0] }],
  ])('asks for %s', (_what, rules, rule) => {
    expect(ruleOf(rules).rule).toEqual(rule);
  });

  it('names cues by their patterns, folded', () => {
    const { rule, patterns } = ruleOf({
      needs: { near: ['協'], page: ['x', 'X'] },
      unless: { near: ['a'], page: ['b'] },
    });
    const named = (indexes: readonly number[] = []) => indexes.map((index) => patterns[index]);
    expect([rule?.near, rule?.page, rule?.unlessNear, rule?.unlessPage].map(named)).toEqual([
      ['协'],
      ['x'],
      ['a'],
      ['b'],
    ]);
  });

  it('asks for the page to speak for a setting, besides words', () => {
    const { rule, patterns } = ruleOf({ needs: { page: ['x'], settings: ['party', 'unknown'] } });
    expect(rule?.page?.map((index) => patterns[index])).toEqual(['x', '党']);
    expect(ruleOf({ needs: { settings: ['none'] } }).rule).toEqual({ page: [] });
  });
});

describe('the data of a finder', () => {
  it('numbers entries by their index, or by their place', () => {
    const entries = [
      { id: 'a', index: 7, forms: [{ text: '甲' }] },
      { id: 'b', forms: [{ text: '乙' }] },
    ];
    expect(compileFinder(entries, [], options).senses).toEqual([0, 7, -1, 1, 1, -1]);
  });

  it('has senses by pattern, those with a rule first, equal ones once', () => {
    const entries = [
      { id: 'a', forms: [{ text: '協' }, { text: '协' }, { text: '甲' }] },
      {
        id: 'b',
        forms: [
          { text: '协', quoted: true },
          { text: '甲', quoted: true },
        ],
      },
    ];
    const { patterns, senses, rules } = compileFinder(entries, [], options);
    expect(patterns).toBe('协\n甲');
    expect(senses).toEqual([0, 1, 0, 0, 0, -1, 1, 1, 0, 1, 0, -1]);
    expect(rules).toEqual([{ quoted: true }]);
  });

  it('has exclusions, revisions, and spellings of all letters', () => {
    const entries = [{ id: 'a', forms: [{ text: '甲', notAfter: ['協'] }] }];
    const data = compileFinder(entries, [{ text: '会' }], options);
    expect(data).toEqual({
      revisions: ['r'],
      patterns: '会\n甲',
      variants: '協协會会',
      senses: [1, 0, 0],
      rules: [{ notAfter: ['协'] }],
      exclusions: [0],
    });
  });

  it('has the cues of settings, for it and against it', () => {
    const { data, patterns } = ruleOf({});
    expect(
      data.settings?.map(({ home, away }) => [home, away].map((cues) => cues.map((cue) => patterns[cue]))),
    ).toEqual([
      [[], []],
      [['党'], ['会']],
    ]);
  });
});

it('the neighbours of a rule are the words of all six kinds', () => {
  const rule = {
    notBefore: ['a'],
    notAfter: ['b'],
    restsAfter: ['c'],
    restsBefore: ['d'],
    standsBefore: ['e'],
    standsAfter: ['f'],
    near: [1],
  };
  expect(neighboursIn(rule)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(neighboursIn({ notAfter: ['b'] })).toEqual(['b']);
});
