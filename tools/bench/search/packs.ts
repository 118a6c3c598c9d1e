/** Generates packs for search measurements: dictionary words with their readings, and definitions made of such words. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Library } from '../../../glossary/library/library';
import type { Manifest, Term } from '../../../glossary/pack/pack';

/** Words with toneless syllables, in a shuffled order that is the same in every run. */
export type Words = readonly (readonly [word: string, syllables: readonly string[]])[];

/** Words in a definition, for the average length of the bundled definitions. */
const DEFINITION_WORDS = 45;
/** A prime that divides no size used here, so that its multiples visit all words. */
const STRIDE = 7919;

/** All words of 2 to 16 characters in the dictionary of `@pinyin-pro/data`. */
export function readWords(): Words {
  const require = createRequire(import.meta.url);
  const folder = require.resolve('@pinyin-pro/data/modern').replace(/dist.*$/, '');
  const data = JSON.parse(readFileSync(`${folder}json/complete.json`, 'utf8')) as Record<string, [string, number]>; // The package's own shape.
  const words = Object.entries(data)
    .map(([word, [reading]]) => [word, plainSyllables(reading)] as const)
    .filter(([word, syllables]) => word.length > 1 && word.length < 17 && syllables.length === word.length);
  return words.map((_, i) => words[(i * STRIDE) % words.length]).filter((word) => word !== undefined);
}

const MANIFEST: Omit<Manifest, 'count'> = {
  id: 'words',
  title: 'words',
  kind: 'bundled',
  revision: '0'.repeat(16),
  languages: ['zh-Hans'],
  licence: null,
  attribution: null,
  homepage: null,
  contact: null,
  origin: null,
  site: null,
};

/** A library of one pack: the first `count` words, a term each. */
export function libraryOf(words: Words, count: number): Library {
  const terms = words.slice(0, count).map(([word, syllables], i) => termOf(word, syllables, definition(words, i)));
  return new Library([{ manifest: { ...MANIFEST, count: terms.length }, terms, bulletins: [], variants: '' }]);
}

function termOf(word: string, syllables: readonly string[], text: string): Term {
  return {
    id: word,
    headword: word,
    pinyin: syllables.join(' '),
    category: 'concept',
    short: text.slice(0, 40),
    long: text,
    english: { text: syllables.join(' '), status: 'descriptive' },
    translation: '',
    equivalents: [],
    subject: '',
    note: '',
    status: null,
    use: '',
    asOf: '2021-06',
    forms: [word],
    script: 'zh-Hans',
    asWritten: null,
    evidence: [{ bulletin: 'none', passage: 'p1s1', quote: word, emphasis: [0, word.length] }],
    list: null,
    fullText: null,
    when: [],
    inferred: null,
    relations: [],
    reading: [],
    keys: { syllables: [[...syllables]], numerals: [] },
  };
}

function definition(words: Words, seed: number): string {
  return Array.from({ length: DEFINITION_WORDS }, (_, i) => words[(seed * 31 + i * 101) % words.length]?.[0]).join('');
}

/** Toneless syllables, with v for ü. */
function plainSyllables(reading: string): string[] {
  return reading
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{M}/gu, '')
    .split(' ');
}
