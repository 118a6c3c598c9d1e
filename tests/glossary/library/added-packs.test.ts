import finderData from 'virtual:pangzhu/finder';
import spellings from 'virtual:pangzhu/fold';
import pack from 'virtual:pangzhu/pack';
import parsePrefilter from 'virtual:pangzhu/prefilter';
import readings from 'virtual:pangzhu/readings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_USER_TERMS } from '../../../entrypoints/shared/settings/settings';
import { createPrefilter } from '../../../glossary/find/prefilter';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import { compilePacks, inSegments, revisionsOf } from '../../../glossary/library/compile-packs';
import { Library } from '../../../glossary/library/library';
import { libraryFinder } from '../../../glossary/library/library-finder';
import { createPack, manifestOf, type PlainPack } from '../../../glossary/library/plain-pack';
import { SEGMENT_SIZE } from '../../../glossary/pack/finder-data';
import { Folding } from '../../../glossary/pack/folding';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { createSearch } from '../../../glossary/search/search';

const prefilterData = parsePrefilter();

const folding = new Folding(spellings);
const term = (id: string, headword: string, forms: string[] = [], definition = '释义'): PlainTerm => ({
  id,
  headword,
  forms,
  definition,
});

const user = (...terms: PlainTerm[]): PlainPack => ({ id: 'user', title: '', kind: 'user', terms });
const policy = (id: string, ...terms: PlainTerm[]): PlainPack => ({ id, title: '本会术语', kind: 'policy', terms });

function libraryOf(packs: readonly PlainPack[], variants = '', tables = ''): Library {
  const [, ...added] = inSegments(packs).map((plain) => plain && createPack(plain, { variants, readings: tables }));
  return new Library([pack, ...added]);
}

/** What is found of bundled and added packs, as `surface = id / id`; ids of bundled terms are bare. */
function found(packs: readonly PlainPack[], text: string): string[] {
  const { finder } = compilePacks(packs, folding);
  const library = libraryOf(packs, finder.variants);
  const both = libraryFinder(finderData, packs.length > 0 ? finder : null);
  if (packs.length > 0) expect(both.revisions).toEqual(library.revisions);
  return mentionsInText(both, text).map(({ start, end, senses }) => {
    const ids = senses.map(({ entry }) => library.at(both.revisions, entry)?.id.replace('bundled/', ''));
    return `${text.slice(start, end)} = ${ids.join(' / ')}`;
  });
}

describe('packs that cannot be compiled', () => {
  it.each<[name: string, change: { patterns?: string; variants?: string }]>([
    ['a pattern twice', { patterns: '量子纠缠\n量子纠缠' }],
    ['a letter folded to none', { variants: '量\ue000' }],
    ['a letter of the bundled pack folded to none', { variants: '科\ue000' }],
  ])('%s: they count as none, and the bundled pack is found', (_name, change) => {
    const { finder } = compilePacks([user(term('a', '量子纠缠'))], folding);
    const both = libraryFinder(finderData, { ...finder, ...change });
    expect(both.revisions).toEqual(finderData.revisions);
    const text = '科协十大谈量子纠缠';
    expect(mentionsInText(both, text).map(({ start, end }) => text.slice(start, end))).toEqual(['科协十大']);
  });
});

describe('terms of the reader’s own', () => {
  it.each<[name: string, terms: PlainTerm[], text: string, expected: string[]]>([
    ['none: what the bundled pack finds', [], '科协十大', ['科协十大 = cast-10th']],
    ['by the headword', [term('a', '量子纠缠')], '什么是量子纠缠？', ['量子纠缠 = user/a']],
    ['by another form', [term('a', '量子纠缠', ['EPR 佯谬'])], 'ＥＰＲ佯谬', ['ＥＰＲ佯谬 = user/a']],
    ['in the other script', [term('a', '量子糾纏')], '量子纠缠', ['量子纠缠 = user/a']],
    ['across the space of a line', [term('a', '量子纠缠')], '量子\n纠缠', ['量子\n纠缠 = user/a']],
    ['not inside a Latin word', [term('a', 'AI')], 'said AI, MAIL', ['AI = user/a']],
    ['in any case', [term('a', 'Who')], 'WHO asked who', ['WHO = user/a', 'who = user/a']],
    ['in its own case, if that counts', [{ ...term('a', 'WHO'), exactCase: true }], 'WHO asked who', ['WHO = user/a']],
    ['not inside a longer word', [term('a', '科普')], '内科普通班', []],
    [
      'inside one, if the reader says so',
      [{ ...term('a', '科普'), insideWords: true }],
      '内科普通班',
      ['科普 = user/a'],
    ],
    [
      'beside a bundled one',
      [term('a', '量子纠缠')],
      '科协十大谈量子纠缠',
      ['科协十大 = cast-10th', '量子纠缠 = user/a'],
    ],
    [
      'the reader’s first where both have the form',
      [term('a', '科協十大')],
      '科协十大',
      ['科协十大 = user/a / cast-10th'],
    ],
    ['the longer form, whoever’s it is', [term('a', '科协十大精神')], '科协十大精神', ['科协十大精神 = user/a']],
    [
      'two with one form: both',
      [term('a', '甲乙丙'), term('b', '丙丁', ['甲乙丙'])],
      '甲乙丙',
      ['甲乙丙 = user/a / user/b'],
    ],
    ['with surrounding spaces that a file brought', [term('a', ' 甲乙 ', ['  '])], '甲乙', ['甲乙 = user/a']],
  ])('%s', (_name, terms, text, expected) => {
    expect(found(terms.length > 0 ? [user(...terms)] : [], text)).toEqual(expected);
  });

  it('take no evidence away from bundled terms of the same form', () => {
    const text = '中国科协召开会议。各学会参加。';
    const own = found([user(term('a', '中国科协'))], text);
    expect(own.map((line) => line.replace('user/a / ', ''))).toEqual(found([], text));
  });

  it('pass the joined prefilter wherever they are found', () => {
    const word = fc.string({ unit: fc.constantFrom(...'量子糾纏aB1 '), minLength: 2, maxLength: 12 });
    const form = word.filter((text) => folding.fold(text).length >= 2);
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 5 }), fc.string(), fc.nat(4), (forms, around, which) => {
        const terms = forms.map((text, i) => term(`t${i}`, text));
        const { prefilter } = compilePacks([user(...terms)], folding);
        const holds = createPrefilter([prefilterData, prefilter]);
        const surface = (forms[which % forms.length] ?? '').toUpperCase().replaceAll('糾', '纠');
        expect(holds(`${around}。${surface}`)).toBe(true);
        expect(holds('科协十大')).toBe(true);
      }),
    );
  });

  it.each(['𠮷野家', '丁𬱖教授', '某𠮷'])(
    'pass the joined prefilter where they have a rare character: %s',
    (headword) => {
      const { prefilter } = compilePacks([user(term('a', headword))], folding);
      const test = createPrefilter([prefilterData, prefilter]);
      expect(test(`在${headword}里`)).toBe(true);
      expect(test('在\ud842野\ud871家里')).toBe(false);
    },
  );

  it('start no engine on pages without their terms', () => {
    const { prefilter } = compilePacks([user(term('a', '量子纠缠'), term('b', 'CRISPR'))], folding);
    const test = createPrefilter([prefilterData, prefilter]);
    for (const text of ['今天天气很好。', 'critical thinking', '量子力学', '']) expect(test(text), text).toBe(false);
  });

  it('have a revision that any change changes', () => {
    const one = term('a', '甲乙', ['丙丁'], '释义');
    const others = [{ ...one, id: 'b' }, term('a', '甲乙', [], '释义'), { ...one, definition: '另释' }];
    const revisionOf = (terms: PlainTerm[]) => manifestOf(user(...terms)).revision;
    expect(new Set([[one], [one, one], [], ...others.map((other) => [other])].map(revisionOf)).size).toBe(6);
    expect(revisionOf([{ ...one }])).toBe(revisionOf([one]));
    expect(revisionsOf([])).toEqual(['', '']);
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
    const { finder, prefilter } = compilePacks([user(...terms)], folding);
    expect(finder.patterns.split('\n')).toHaveLength(9 * MAX_USER_TERMS);
    expect(prefilter.literals.length).toBeLessThan(100_000);
  });
});

describe('the packs of a policy', () => {
  const source = { title: '章程', url: 'https://example.cn/' };
  const sourced = (id: string, headword: string): PlainTerm => ({ ...term(id, headword), source });

  it.each<[name: string, packs: PlainPack[], text: string, expected: string[]]>([
    ['found', [policy('policy-p', sourced('1', '量子纠缠'))], '量子糾纏', ['量子糾纏 = policy-p/1']],
    [
      'before a bundled term of the same form',
      [policy('policy-p', sourced('1', '科协十大'))],
      '科协十大',
      ['科协十大 = policy-p/1 / cast-10th'],
    ],
    [
      'after the reader’s own, and in the order of the policy',
      [policy('policy-p', sourced('1', '甲乙')), policy('policy-a', sourced('2', '甲乙')), user(term('a', '甲乙'))],
      '甲乙',
      ['甲乙 = user/a / policy-p/1 / policy-a/2'],
    ],
  ])('are %s', (_name, packs, text, expected) => {
    expect(found(packs, text)).toEqual(expected);
  });

  it('have the kind of their pack and their source', () => {
    const library = libraryOf([policy('policy-p', sourced('1', '量子纠缠'))]);
    const entry = library.named('policy-p/1');
    expect(entry).toMatchObject({ category: null, pack: { kind: 'policy', title: '本会术语', count: 1 } });
    expect(entry?.reading).toEqual([source]);
  });

  it('have every field of a term and of the manifest', () => {
    const said = {
      translation: 'entanglement',
      equivalents: [{ language: 'de', text: 'Verschränkung' }],
      pinyin: 'liàngzǐ jiūchán',
      subject: '物理',
      note: '不说“缠结”',
      status: 'deprecated',
      use: '纠缠',
    } as const;
    const about = {
      languages: ['zh', 'en'],
      licence: 'CC0-1.0',
      attribution: '学会',
      homepage: 'https://example.org/',
      contact: 'mailto:editors@example.org',
    };
    const library = libraryOf([{ ...policy('policy-p', { ...term('1', '量子纠缠'), ...said }), ...about }]);
    expect(library.named('policy-p/1')).toMatchObject({ ...said, pack: about });
  });

  it.each<[name: string, one: PlainPack, other: PlainPack]>([
    ['the title', policy('policy-p', term('1', '甲乙')), { ...policy('policy-p', term('1', '甲乙')), title: '另集' }],
    [
      'a translation',
      policy('policy-p', term('1', '甲乙')),
      policy('policy-p', { ...term('1', '甲乙'), translation: 'x' }),
    ],
    ['a source', policy('policy-p', sourced('1', '甲乙')), policy('policy-p', term('1', '甲乙'))],
  ])('have another revision for another: %s', (_name, one, other) => {
    expect(manifestOf(one).revision).not.toBe(manifestOf(other).revision);
  });
});

describe('a library', () => {
  const terms = [term('a', '量子糾纏', ['EPR'], '一种现象。\n\n详见《量子力学》。'), term('b', '鲜花卡')];
  const { variants } = compilePacks([user(...terms)], folding).finder;
  const library = libraryOf([user(...terms)], variants, readings);
  const [bundled] = library.revisions;

  it('has the terms of every pack: the first line of a plain definition is short, the rest long', () => {
    expect(library.entries).toHaveLength(pack.terms.length + 2);
    expect(library.named('user/a')).toMatchObject({
      index: SEGMENT_SIZE,
      category: null,
      headword: '量子糾纏',
      short: '一种现象。',
      long: '详见《量子力学》。',
      forms: ['量子糾纏', 'EPR'],
      evidence: [],
    });
  });

  it.each([
    ['its headword', '量子糾纏', 'user/a'],
    ['Simplified', '量子纠缠', 'user/a'],
    ['a form', 'epr', 'user/a'],
    ['pinyin', 'liangzijiuchan', 'user/a'],
    ['initials', 'xhk', 'user/b'],
    ['words of the definition', '量子力学', 'user/a'],
  ])('finds a plain term by %s', (_name, query, id) => {
    expect(createSearch(library, readings).find(query)[0]?.entry.id).toBe(id);
  });

  it('maps an index between revisions, pack by pack', () => {
    const before = libraryOf([user(term('c', '从前'))]).revisions;
    const first = `bundled/${pack.terms[0]?.id}`;
    const at = (revisions: readonly string[], index: number) => library.at(revisions, index)?.id;
    expect(at(library.revisions, 0)).toBe(first);
    expect(at(library.revisions, SEGMENT_SIZE + 1)).toBe('user/b');
    expect(at(before, 0)).toBe(first);
    expect(at([bundled ?? ''], 0)).toBe(first);
    expect(at(before, SEGMENT_SIZE)).toBeUndefined();
    expect(at([bundled ?? ''], SEGMENT_SIZE)).toBeUndefined();
    expect(at(['0'.repeat(16)], 0)).toBeUndefined();
    expect(at(['', ''], SEGMENT_SIZE)).toBeUndefined();
    expect(at(library.revisions, pack.terms.length)).toBeUndefined();
    expect(at(library.revisions, 2 * SEGMENT_SIZE)).toBeUndefined();
  });

  it('keeps the indexes of a pack when another one changes', () => {
    const organisation = policy('policy-p', term('1', '甲乙'));
    const indexIn = (packs: PlainPack[]) => libraryOf(packs).named('policy-p/1')?.index;
    expect(indexIn([organisation])).toBe(2 * SEGMENT_SIZE);
    expect(indexIn([user(...terms), organisation])).toBe(2 * SEGMENT_SIZE);
  });

  it.each([
    ['cast', 'bundled/cast'],
    ['bundled/cast', 'bundled/cast'],
    ['own/a', 'user/a'],
    ['user/a', 'user/a'],
    ['preset/p-0123456789abcdef', 'policy-p/0123456789abcdef'],
  ])('finds an entry by the name %s', (name, id) => {
    const organisation = policy('policy-p', term('0123456789abcdef', '甲乙'));
    expect(libraryOf([user(...terms), organisation]).named(name)?.id).toBe(id);
  });

  it('names the targets of relations as entries', () => {
    const related = library.entries.filter(({ relations }) => relations.length > 0);
    expect(related.length).toBeGreaterThan(0);
    for (const { relations } of related)
      for (const { target } of relations) expect(library.named(target)?.id).toBe(target);
  });
});
