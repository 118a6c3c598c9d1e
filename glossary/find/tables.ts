/**
 * Owns the tables the scan reads: one that folds and classes a UTF-16 unit in a single load, the pairs of letters that
 * patterns begin with, and the trie over the folded patterns.
 */
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from './characters';
import { placeTrie } from './double-array';

/** Classes below this one are the same in every pack; a pack's letters follow. */
export const FIRST_LETTER = 5;
export const CLASS = { none: 0, ignorable: 1, space: 2, lineBreak: 3, quote: 4 } as const;
const SKIPPED = [CLASS.ignorable, CLASS.space, CLASS.lineBreak, CLASS.quote];

export interface Tables {
  /** Class of each UTF-16 unit: folding, alphabet and what may be skipped, in one. 128 KiB. */
  classOf: Uint16Array;
  /**
   * A bit for each hash of a pair of classes: whether a match may begin with it. 2^n bits; the hash of (a, b) is
   * (a * PAIR_FACTOR ^ b) modulo that.
   */
  pairs: Uint32Array;
  /** The trie (`double-array.ts`) over the patterns, by class. */
  cells: Int32Array;
}

/** What the class table is made of: little, where the table is large. */
export interface Alphabet {
  /** The letters that patterns and rules use, each folded, in the order of their classes. */
  letters: string;
  /** Pairs of a letter as pages write it and the folded letter. */
  variants: string;
}

/** Spreads the pairs over the bits: pairs of frequent letters, which have low classes, seldom share one. */
export const PAIR_FACTOR = 0x9e5;
/** Bits a pair: at 32, about 3 in 100 pairs pass by chance. */
const BITS_PER_PATTERN = 32;
const MIN_PAIR_BITS = 1 << 12;
/** Half a megabyte. Beyond, memory would cost more time than the pairs that pass by chance. */
const MAX_PAIR_BITS = 1 << 22;

/**
 * The alphabet of patterns. Frequent letters get low classes, which keeps the trie dense.
 * @param otherLetters folded letters to be told apart though no pattern has them.
 */
export function alphabetOf(patterns: readonly string[], variants: string, otherLetters = ''): Alphabet {
  const counts = new Map<number, number>();
  const count = (word: string) => {
    for (let i = 0; i < word.length; i++) counts.set(word.charCodeAt(i), (counts.get(word.charCodeAt(i)) ?? 0) + 1);
  };
  for (const pattern of patterns) count(pattern);
  count(otherLetters);
  counts.delete(0x20); // A space in a pattern is the class of all white space.
  const letters = [...counts].sort(([one, often], [other, seldom]) => seldom - often || one - other);
  return { letters: letters.map(([unit]) => String.fromCharCode(unit)).join(''), variants };
}

/**
 * Builds the tables. Cost: sorting the patterns, then about linear in the number of their prefixes.
 * @param patterns folded, distinct, not empty; a space in a pattern stands for any run of white space.
 */
export function buildTables(patterns: readonly string[], alphabet: Alphabet): Tables {
  const classOf = classTable(alphabet);
  const words = patterns.map((pattern) => classesOf(pattern, classOf));
  const classCount = FIRST_LETTER + alphabet.letters.length;
  return { classOf, pairs: pairBits(words, classCount), cells: placeTrie(words, classCount) };
}

/** The class table of an alphabet. Takes a fifth of a millisecond. */
export function classTable({ letters, variants }: Alphabet): Uint16Array {
  const classOf = new Uint16Array(0x10000);
  const set = (units: string, value: number) => {
    for (let i = 0; i < units.length; i++) classOf[units.charCodeAt(i)] = value;
  };
  set(IGNORABLE, CLASS.ignorable);
  set(SPACE, CLASS.space);
  set(LINE_BREAK, CLASS.lineBreak);
  set(QUOTE_PAIRS, CLASS.quote);
  for (let i = 0; i < letters.length; i++) classOf[letters.charCodeAt(i)] = FIRST_LETTER + i;
  spreadAscii(classOf);
  for (let i = 0; i + 1 < variants.length; i += 2) {
    classOf[variants.charCodeAt(i)] = classOf[variants.charCodeAt(i + 1)] ?? 0;
  }
  return classOf;
}

/** Capitals and full-width forms need no entry in `variants`: their distance from the letter is fixed. */
function spreadAscii(classOf: Uint16Array): void {
  for (let half = 0x21; half <= 0x7e; half++) {
    const full = half + 0xfee0;
    const lower = half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
    if (classOf[half] === CLASS.none) classOf[half] = classOf[lower] ?? 0;
    if (classOf[full] === CLASS.none) classOf[full] = classOf[lower] ?? 0;
  }
}

function classesOf(pattern: string, classOf: Uint16Array): string {
  let classes = '';
  for (let i = 0; i < pattern.length; i++) classes += String.fromCharCode(classOf[pattern.charCodeAt(i)] ?? 0);
  return classes;
}

/** A pattern may be interrupted after its first letter, and one of a single letter is followed by anything. */
function pairBits(words: readonly string[], classCount: number): Uint32Array {
  const wanted = Math.min(MAX_PAIR_BITS, Math.max(MIN_PAIR_BITS, words.length * BITS_PER_PATTERN));
  const count = 2 ** Math.ceil(Math.log2(wanted));
  const bits = new Uint32Array(count / 32);
  const add = (first: number, second: number) => {
    const hash = (Math.imul(first, PAIR_FACTOR) ^ second) & (count - 1);
    bits[hash >>> 5] = (bits[hash >>> 5] ?? 0) | (1 << (hash & 31));
  };
  const singles = new Set(words.filter((word) => word.length === 1));
  // With many one-letter patterns there is nothing to tell: every letter is looked at.
  if (singles.size * classCount > count) return bits.fill(-1);
  for (const word of singles) for (let cls = 0; cls < classCount; cls++) add(word.charCodeAt(0), cls);
  const firsts = new Set<number>();
  for (const word of words) {
    if (word.length < 2) continue;
    firsts.add(word.charCodeAt(0));
    add(word.charCodeAt(0), word.charCodeAt(1));
  }
  for (const first of firsts) for (const cls of SKIPPED) add(first, cls);
  return bits;
}
