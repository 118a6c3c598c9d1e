import spellings from 'virtual:pangzhu/fold';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFinder } from '../../../glossary/find/finder';
import { joinFinders } from '../../../glossary/find/join-finders';
import { compileFinder, type NamedEntry } from '../../../glossary/pack/compile-finder';
import { SEGMENT_SIZE } from '../../../glossary/pack/finder-data';
import { Folding } from '../../../glossary/pack/folding';
import { amount } from '../../long-runs';
import { found, type TestFinder } from './finder-of';

/** The browser's folding: no library of the build is behind it. */
const folding = new Folding(spellings);
/** Data of one pack in a segment. */
const finderData = (entries: readonly NamedEntry[], exclusions: string[] = [], segment = 0) =>
  compileFinder(
    entries.map((entry, place) => ({ ...entry, index: segment * SEGMENT_SIZE + place })),
    exclusions.map((text) => ({ text })),
    { revisions: [...Array(segment).fill(''), `revision ${segment}`], folding },
  );
const plain = (id: string, ...forms: string[]): NamedEntry => ({ id, forms: forms.map((text) => ({ text })) });

const joinedData = (first: NamedEntry[], second: NamedEntry[], exclusions: [string[], string[]] = [[], []]) =>
  joinFinders(finderData(first, exclusions[0]), finderData(second, exclusions[1], 1));

/** Ids by entry index. */
function idsIn(first: readonly NamedEntry[], second: readonly NamedEntry[]): string[] {
  const ids = first.map(({ id }) => id);
  second.forEach(({ id }, place) => {
    ids[SEGMENT_SIZE + place] = id;
  });
  return ids;
}

function joined(first: NamedEntry[], second: NamedEntry[], exclusions?: [string[], string[]]): TestFinder {
  const data = joinedData(first, second, exclusions);
  return { finder: createFinder(data), ids: idsIn(first, second) };
}

describe('two packs joined', () => {
  const bundled = [
    plain('cast', '中国科协', '科协'),
    { id: 'society', forms: [{ text: '学会', needs: { near: ['团体'], entries: ['cast'] } }] },
  ];

  test.each<[name: string, second: NamedEntry[], text: string, expected: string[]]>([
    ['the longer form of the other pack', [plain('tenth', '科协十大')], '科协十大', ['科协十大 = tenth (form)']],
    ['Traditional for a term of the reader', [plain('mine', '东风')], '東風', ['東風 = mine (form)']],
    ['senses of both, the bundled pack last', [plain('mine', '科協')], '科协', ['科协 = mine (form) / cast (form)']],
    [
      'a rule of the first pack',
      [plain('mine', '团体')],
      '学会团体',
      ['学会 = society (near 团体)', '团体 = mine (form)'],
    ],
    [
      'a rule that names an entry of the first pack',
      [],
      '学会。科协',
      ['学会 = society (entry cast)', '科协 = cast (form)'],
    ],
    [
      'rules of the second pack',
      [
        plain('own', '东风'),
        {
          id: 'needy',
          forms: [{ text: '西风', needs: { entries: ['own'], near: ['北风'] }, unless: { near: ['学会'] } }],
        },
      ],
      '西风。东风',
      ['西风 = needy (entry own)', '东风 = own (form)'],
    ],
  ])('%s', (_name, second, text, expected) => {
    expect(found(joined(bundled, second), text)).toEqual(expected);
  });

  test('a pack without entries adds nothing, on either side', () => {
    const { patterns, senses } = finderData(bundled);
    expect(joinedData(bundled, [])).toMatchObject({ patterns, senses });
    expect(joinFinders(finderData([], [], 1), finderData(bundled))).toMatchObject({ patterns, senses });
    expect(joinedData([], []).patterns).toBe('');
  });

  test('a leading pack leaves the evidence of others unchanged', () => {
    expect(found(joined(bundled, [plain('mine', '科協')]), '学会。科协')).toEqual([
      '学会 = society (entry cast)',
      '科协 = mine (form) / cast (form)',
    ]);
  });

  test('name the revision of each segment', () => {
    expect(joinedData(bundled, [plain('mine', '东风')]).revisions).toEqual(['revision 0', 'revision 1']);
  });

  test('an exclusion of either pack blocks, but not the other pack’s own form', () => {
    const finder = joined([plain('cast', '科协')], [plain('mine', '科协馆')], [['科协馆', '老科协'], ['科协报']]);
    expect(found(finder, '科协馆、老科协、科协报、科协')).toEqual(['科协馆 = mine (form)', '科协 = cast (form)']);
  });

  test('find the same as one pack of all entries', () => {
    const form = fc.string({ unit: fc.constantFrom(...'中国学会ab'), minLength: 1, maxLength: 4 });
    const forms = fc.uniqueArray(form, { maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom(...'中國学會ab '), maxLength: 30 });
    fc.assert(
      fc.property(forms, forms, text, (one, two, whole) => {
        const first = one.map((word) => plain(`1${word}`, word));
        const second = two.map((word) => plain(`2${word}`, word));
        // In the order of rank: the bundled pack comes last.
        const ranked = [...second, ...first];
        const all = { finder: createFinder(finderData(ranked)), ids: ranked.map(({ id }) => id) };
        expect(found(joined(first, second), whole)).toEqual(found(all, whole));
      }),
      { numRuns: amount(150, 300) },
    );
  });
});
