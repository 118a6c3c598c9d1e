import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { plainTermSchema } from '../../../../entrypoints/shared/settings/plain-term-schema';
import { MAX_POLICY_TERMS, readPolicyPacks } from '../../../../entrypoints/shared/settings/policy-packs';
import { entryName, readEntryName } from '../../../../glossary/library/entry-name';

const TERM = { headword: '会士', definition: '会员的最高一级。' };
const pack = (terms: unknown, id = 'a') => ({ id, title: '本会术语', terms });
const termsOf = (packs: unknown) => readPolicyPacks(packs).packs.flatMap(({ terms }) => terms);
const headwords = (packs: unknown) => termsOf(packs).map(({ headword }) => headword);

describe('the packs of an organisation', () => {
  it('contain terms, each with its source', () => {
    const source = { title: ' 章程 ', url: 'https://example.cn/a' };
    const { packs, faults } = readPolicyPacks([
      pack([{ ...TERM, forms: ['资深会士'], source }]),
      { ...pack([TERM, { ...TERM, headword: '分会', source: { title: '章程' } }], 'b'), title: '乙' },
    ]);
    expect(faults).toEqual([]);
    expect(packs.map(({ id, title, kind, terms }) => [id, title, kind, terms.length])).toEqual([
      ['policy-a', '本会术语', 'policy', 1],
      ['policy-b', '乙', 'policy', 2],
    ]);
    expect(packs.flatMap(({ terms }) => terms.map(({ id: _id, ...term }) => term))).toEqual([
      { ...TERM, forms: ['资深会士'], source: { ...source, title: '章程' } },
      { ...TERM, forms: [] },
      { headword: '分会', definition: TERM.definition, forms: [], source: { title: '章程', url: '' } },
    ]);
    const names = packs.flatMap(({ id, terms }) => terms.map((term) => entryName(id, term.id)));
    expect(new Set(names).size).toBe(3);
  });

  it('keep the id of a term whatever else of its pack changes', () => {
    const [one] = termsOf([pack([TERM])]);
    const others = [
      { ...TERM, headword: '分会' },
      { ...TERM, definition: '另释。' },
    ];
    const [, other] = termsOf([{ ...pack(others), title: '丙' }]);
    expect(other?.id).toBe(one?.id);
    expect(entryName('policy-a', one?.id ?? '')).toBe(readEntryName(`preset/a-${one?.id}`));
  });

  it.each<[name: string, packs: unknown, found: string[], faults: string[]]>([
    ['none', undefined, [], []],
    ['no list', { a: pack([TERM]) }, [], ['packs']],
    ['an address', ['https://packs.example/latest.json', pack([TERM])], ['会士'], ['packs[0]']],
    ['no id', [{ ...pack([TERM]), id: 'a b' }], [], ['packs[0].id']],
    ['no title', [{ ...pack([TERM]), title: ' ' }], [], ['packs[0].title']],
    ['a title nobody sees', [{ ...pack([TERM]), title: '\u2060' }], [], ['packs[0].title']],
    ['an id twice', [pack([TERM]), pack([{ ...TERM, headword: '分会' }])], ['会士'], ['packs[1].id']],
    ['something else', [{ ...pack([TERM]), url: 'https://a.cn/' }], [], ['packs[0].url']],
    ['no terms', [pack(null)], [], ['packs[0].terms']],
    ['a headword of one letter', [pack([{ ...TERM, headword: '会' }, TERM])], ['会士'], ['packs[0].terms[0].headword']],
    ['a headword twice', [pack([TERM, { ...TERM, definition: '另释。' }])], ['会士'], ['packs[0].terms[1].headword']],
    ['no definition', [pack([{ headword: '会士' }])], [], ['packs[0].terms[0].definition']],
    ['a form of one letter', [pack([{ ...TERM, forms: ['分会', '会'] }])], [], ['packs[0].terms[0].forms.1']],
    ['a script for a source', [pack([withSource('javascript:alert(1)')])], [], ['packs[0].terms[0].source.url']],
    ['a source in the clear', [pack([withSource('http://a.cn/')])], [], ['packs[0].terms[0].source.url']],
    ['a rule', [pack([{ ...TERM, pattern: '.*' }])], [], ['packs[0].terms[0].pattern']],
  ])('%s: an invalid value is named by its place, and the rest applies', (_name, packs, found, faults) => {
    expect(headwords(packs)).toEqual(found);
    expect(readPolicyPacks(packs).faults).toEqual(faults);
  });

  it('are limited in their number of terms, and the first excess term is named', () => {
    const many = (count: number, of: string) =>
      Array.from({ length: count }, (_, i) => ({ ...TERM, headword: of + i }));
    const { faults, packs } = readPolicyPacks([
      pack(many(MAX_POLICY_TERMS - 1, '甲')),
      pack(many(3, '乙'), 'b'),
      pack(many(1, '丙'), 'c'),
    ]);
    expect(packs.map(({ terms }) => terms.length)).toEqual([MAX_POLICY_TERMS - 1, 1, 0]);
    expect(faults).toEqual(['packs[1].terms[1–2]', 'packs[2].terms[0–0]']);
  });

  it('name no more faults than can be read', () => {
    const { faults } = readPolicyPacks([pack(Array(500).fill({}))]);
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toBe('… +480');
  });

  it('contain only valid terms, whatever the policy contains', () => {
    const like = fc.record({ headword: fc.anything(), definition: fc.string(), forms: fc.anything() });
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.string(), title: fc.string(), terms: fc.array(like) })), (packs) => {
        for (const { headword, forms, definition } of termsOf(packs)) {
          expect(v.is(plainTermSchema, { headword, forms, definition })).toBe(true);
        }
      }),
    );
  });
});

function withSource(url: string) {
  return { ...TERM, source: { title: '章程', url } };
}
