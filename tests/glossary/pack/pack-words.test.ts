import { expect, it } from 'vitest';
import type { Bulletin, Pack, Term } from '../../../glossary/pack/pack';
import { inWords, type PackWords } from '../../../glossary/pack/pack-words';

// Only the fields that the function reads or replaces.
const term = (headword: string) => ({ id: headword, headword, script: 'zh-Hans', asWritten: null }) as Term;
const bulletin = (titleStatus: Bulletin['titleStatus']) =>
  ({ id: titleStatus, title: '关于', titleStatus, titleScript: 'zh-Hans', script: 'zh-Hans', note: null }) as Bulletin;
const PACK = {
  manifest: { revision: 'r1' },
  terms: [term('科协'), term('史')],
  bulletins: [bulletin('received'), bulletin('given')],
} as unknown as Pack;
const WORDS = {
  revision: 'r1',
  script: 'zh-Hant',
  terms: [{ headword: '科協' }, { headword: '史' }],
  bulletins: [
    { title: '关于', note: '註' },
    { title: '關於', note: null },
  ],
} as unknown as PackWords;

it('replaces the words of terms, and keeps a headword that differs as it was written', () => {
  expect(inWords(PACK, WORDS).terms).toEqual([
    { id: '科协', headword: '科協', script: 'zh-Hant', asWritten: '科协' },
    { id: '史', headword: '史', script: 'zh-Hant', asWritten: null },
  ]);
});

it('changes the script of a title only if the editor gave it', () => {
  expect(inWords(PACK, WORDS).bulletins).toEqual([
    { ...bulletin('received'), script: 'zh-Hant', note: '註' },
    { ...bulletin('given'), script: 'zh-Hant', titleScript: 'zh-Hant', title: '關於' },
  ]);
});

it.each([
  ['of another revision', { ...WORDS, revision: 'r2' }],
  ['of another number of terms', { ...WORDS, terms: WORDS.terms.slice(1) }],
])('leaves the pack unchanged by words %s', (_what, words) => {
  expect(inWords(PACK, words)).toBe(PACK);
});

it('keeps a term without words', () => {
  // A list with a hole: the file is read as it was written, without a check of each term.
  const holes = { ...WORDS, terms: new Array(2) } as PackWords;
  expect(inWords(PACK, holes).terms).toEqual(PACK.terms);
});
