import finderData from 'virtual:pangzhu/finder';
import spellings from 'virtual:pangzhu/fold';
import hintData from 'virtual:pangzhu/hint';
import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_USER_TERMS } from '../../../entrypoints/shared/settings/settings';
import { hintOf, joinHints } from '../../../glossary/find/hint';
import { entryCountOf } from '../../../glossary/find/join-finders';
import { mentionsInText } from '../../../glossary/find/text-mentions';
import { compileOwn, ownRevision } from '../../../glossary/library/compile-own';
import { finderWithOwn } from '../../../glossary/library/finder-with-own';
import type { AddedTerm, OwnTerm, PresetTerm } from '../../../glossary/library/own-entry';
import { entryAt, readerPack } from '../../../glossary/library/reader-pack';
import { Folding } from '../../../glossary/pack/folding';
import { createSearch } from '../../../glossary/search/search';

const folding = new Folding(spellings);
const term = (id: string, headword: string, forms: string[] = [], definition = '释义'): OwnTerm => ({
  id,
  headword,
  forms,
  definition,
});

/** What is found of bundled entries and added terms, as `surface = id / id`. */
function found(terms: readonly AddedTerm[], text: string): string[] {
  const { finder } = compileOwn(terms, folding);
  const all = readerPack(pack, { terms, variants: finder.variants, readings: '' });
  const both = finderWithOwn(finderData, terms.length > 0 ? finder : null);
  expect(both.revision).toBe(all.revision);
  return mentionsInText(both, text).map(({ start, end, senses }) => {
    const ids = senses.map(({ entry }) => entryAt(all, both.revision, entry)?.id);
    return `${text.slice(start, end)} = ${ids.join(' / ')}`;
  });
}

describe('own terms that no finder can be made of', () => {
  it.each<[name: string, change: { patterns?: string; variants?: string }]>([
    ['a pattern twice', { patterns: '量子纠缠\n量子纠缠' }],
    ['a letter folded to none', { variants: '量\ue000' }],
    ['a letter of the bundled pack folded to none', { variants: '科\ue000' }],
  ])('%s: they count as none, and the bundled pack is found', (_name, change) => {
    const { finder } = compileOwn([term('a', '量子纠缠')], folding);
    const both = finderWithOwn(finderData, { ...finder, ...change });
    expect(both.revision).toBe(finderData.revision);
    const text = '科协十大谈量子纠缠';
    expect(mentionsInText(both, text).map(({ start, end }) => text.slice(start, end))).toEqual(['科协十大']);
  });
});

describe('terms of the reader’s own', () => {
  it.each<[name: string, terms: OwnTerm[], text: string, expected: string[]]>([
    ['none: what the bundled pack finds', [], '科协十大', ['科协十大 = cast-10th']],
    ['by the headword', [term('a', '量子纠缠')], '什么是量子纠缠？', ['量子纠缠 = own/a']],
    ['by another form', [term('a', '量子纠缠', ['EPR 佯谬'])], 'ＥＰＲ佯谬', ['ＥＰＲ佯谬 = own/a']],
    ['in the other script', [term('a', '量子糾纏')], '量子纠缠', ['量子纠缠 = own/a']],
    ['across the space of a line', [term('a', '量子纠缠')], '量子\n纠缠', ['量子\n纠缠 = own/a']],
    ['not inside a Latin word', [term('a', 'AI')], 'said AI, MAIL', ['AI = own/a']],
    [
      'beside a bundled one',
      [term('a', '量子纠缠')],
      '科协十大谈量子纠缠',
      ['科协十大 = cast-10th', '量子纠缠 = own/a'],
    ],
    [
      'the reader’s first where both have the form',
      [term('a', '科協十大')],
      '科协十大',
      ['科协十大 = own/a / cast-10th'],
    ],
    ['the longer form, whoever’s it is', [term('a', '科协十大精神')], '科协十大精神', ['科协十大精神 = own/a']],
    [
      'two with one form: both',
      [term('a', '甲乙丙'), term('b', '丙丁', ['甲乙丙'])],
      '甲乙丙',
      ['甲乙丙 = own/a / own/b'],
    ],
    ['with surrounding spaces that a file brought', [term('a', ' 甲乙 ', ['  '])], '甲乙', ['甲乙 = own/a']],
  ])('%s', (_name, terms, text, expected) => {
    expect(found(terms, text)).toEqual(expected);
  });

  it('take no evidence away from bundled terms of the same form', () => {
    const text = '中国科协召开会议。各学会参加。';
    const own = found([term('a', '中国科协')], text);
    expect(own.map((line) => line.replace('own/a / ', ''))).toEqual(found([], text));
  });

  it('are hinted at wherever they are found, by the hint of both at once', () => {
    const word = fc.string({ unit: fc.constantFrom(...'量子糾纏aB1 '), minLength: 2, maxLength: 12 });
    const form = word.filter((text) => folding.fold(text).length >= 2);
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 5 }), fc.string(), fc.nat(4), (forms, around, which) => {
        const terms = forms.map((text, i) => term(`t${i}`, text));
        const { hint } = compileOwn(terms, folding);
        const test = hintOf(joinHints(hintData, hint));
        const surface = (forms[which % forms.length] ?? '').toUpperCase().replaceAll('糾', '纠');
        expect(test(`${around}。${surface}`)).toBe(true);
        expect(test('科协十大')).toBe(true);
      }),
    );
  });

  it.each(['𠮷野家', '丁𬱖教授', '某𠮷'])('are hinted at where they have a rare character: %s', (headword) => {
    const { hint } = compileOwn([term('a', headword)], folding);
    const test = hintOf(joinHints(hintData, hint));
    expect(test(`在${headword}里`)).toBe(true);
    expect(test('在\ud842野\ud871家里')).toBe(false);
  });

  it('keep the pages asleep that hold none of them', () => {
    const { hint } = compileOwn([term('a', '量子纠缠'), term('b', 'CRISPR')], folding);
    const test = hintOf(joinHints(hintData, hint));
    for (const text of ['今天天气很好。', 'critical thinking', '量子力学', '']) expect(test(text), text).toBe(false);
  });

  it('have a revision that any change changes, and an empty one for none', () => {
    const one = term('a', '甲乙', ['丙丁'], '释义');
    const others = [{ ...one, id: 'b' }, term('a', '甲乙', [], '释义'), { ...one, definition: '另释' }];
    expect(ownRevision([])).toBe('');
    expect(new Set([[one], [one, one], [], ...others.map((other) => [other])].map(ownRevision)).size).toBe(6);
    expect(ownRevision([{ ...one }])).toBe(ownRevision([one]));
  });

  it('compile in linear time: as many as there may be, as long as they may be', () => {
    const form = (i: number, k: number) => `术${i}语${k}`.padEnd(64, `词${(i * 7919) % 1000}`);
    const terms = Array.from({ length: MAX_USER_TERMS }, (_, i) =>
      term(
        `t${i}`,
        form(i, 0),
        Array.from({ length: 8 }, (_form, k) => form(i, k + 1)),
      ),
    );
    const { finder, hint } = compileOwn(terms, folding);
    expect(finder.patterns.split('\n')).toHaveLength(9 * MAX_USER_TERMS);
    expect(hint.runs.length).toBeLessThan(100_000);
  });
});

describe('terms of an organisation', () => {
  const preset = (id: string, headword: string): PresetTerm => ({
    ...term(id, headword),
    pack: '本会术语',
    source: { title: '章程', url: 'https://example.cn/' },
  });

  it.each<[name: string, terms: AddedTerm[], text: string, expected: string[]]>([
    ['found', [preset('p-1', '量子纠缠')], '量子糾纏', ['量子糾纏 = preset/p-1']],
    [
      'before a bundled one of the same form',
      [preset('p-1', '科协十大')],
      '科协十大',
      ['科协十大 = preset/p-1 / cast-10th'],
    ],
    ['after the reader’s own', [term('a', '甲乙'), preset('p-1', '甲乙')], '甲乙', ['甲乙 = own/a / preset/p-1']],
  ])('are %s', (_name, terms, text, expected) => {
    expect(found(terms, text)).toEqual(expected);
  });

  it('say whose they are and what they rest on, and never stand for an entry of another revision', () => {
    const terms = [preset('p-1', '量子纠缠')];
    const all = readerPack(pack, { terms, variants: '', readings });
    const entry = all.entries.at(-1);
    expect(entry).toMatchObject({ category: 'preset', presetBy: '本会术语' });
    expect(entry?.reading).toEqual([{ title: '章程', url: 'https://example.cn/' }]);
    expect(entryAt(all, all.revision, pack.entries.length)).toBe(entry);
    expect(entryAt(all, pack.revision, pack.entries.length)).toBeNull();
  });

  it.each<[name: string, change: Partial<PresetTerm>]>([
    ['the title of its pack', { pack: '另集' }],
    ['its source', { source: null }],
  ])('have another revision for another: %s', (_name, change) => {
    const one = preset('p-1', '甲乙');
    expect(ownRevision([{ ...one, ...change }])).not.toBe(ownRevision([one]));
  });
});

describe('a pack with them', () => {
  const terms = [term('a', '量子糾纏', ['EPR'], '一种现象。\n\n详见《量子力学》。'), term('b', '鲜花卡')];
  const { variants } = compileOwn(terms, folding).finder;
  const all = readerPack(pack, { terms, variants, readings });

  it('is the pack itself where there are none', () => {
    expect(readerPack(pack, { terms: [], variants: '', readings })).toBe(pack);
  });

  it('has them after its entries: the first line is short, the rest long', () => {
    expect(entryCountOf(finderData)).toBe(pack.entries.length);
    expect(all.entries[pack.entries.length]).toMatchObject({
      id: 'own/a',
      category: 'own',
      headword: '量子糾纏',
      short: '一种现象。',
      long: '详见《量子力学》。',
      forms: ['量子糾纏', 'EPR'],
      evidence: [],
    });
  });

  it.each([
    ['its headword', '量子糾纏', 'own/a'],
    ['Simplified', '量子纠缠', 'own/a'],
    ['a form', 'epr', 'own/a'],
    ['pinyin', 'liangzijiuchan', 'own/a'],
    ['initials', 'xhk', 'own/b'],
    ['words of the definition', '量子力学', 'own/a'],
  ])('finds one by %s', (_name, query, id) => {
    expect(createSearch(all, readings).find(query)[0]?.entry.id).toBe(id);
  });

  it('tells what an index meant before the terms changed, as far as it can', () => {
    const before = readerPack(pack, { terms: [term('c', '从前')], variants: '', readings: '' }).revision;
    const at = (revision: string, index: number) => entryAt(all, revision, index)?.id;
    expect(at(all.revision, 0)).toBe(pack.entries[0]?.id);
    expect(at(all.revision, pack.entries.length + 1)).toBe('own/b');
    expect(at(before, 0)).toBe(pack.entries[0]?.id);
    expect(at(pack.revision, 0)).toBe(pack.entries[0]?.id);
    expect(at(before, pack.entries.length)).toBeUndefined();
    expect(at('0'.repeat(16), 0)).toBeUndefined();
    expect(at(all.revision, all.entries.length)).toBeUndefined();
  });
});
