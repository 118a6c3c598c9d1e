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
/** At 20 bits a pair, fewer than 5 in 100 pairs pass by chance. */
const BITS_PER_PAIR = 20;
const MIN_PAIR_BITS = 1 << 12;
/** Half a megabyte. Beyond, memory would cost more time than the pairs that pass by chance. */
const MAX_PAIR_BITS = 1 << 22;

/**
 * The alphabet of patterns. Frequent letters get low classes, which keeps the trie dense.
 * @param otherLetters folded letters to be told apart though no pattern has them.
 */
export function alphabetOf(patterns: readonly string[], variants: string, otherLetters = ''): Alphabet {
  const counts = new Uint32Array(0x10000);
  const letters: number[] = [];
  const count = (word: string) => {
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      const before = counts[unit] ?? 0;
      // A space in a pattern is the class of all white space.
      if (before === 0 && unit !== 0x20) letters.push(unit);
      counts[unit] = before + 1;
    }
  };
  for (const pattern of patterns) count(pattern);
  count(otherLetters);
  letters.sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0) || one - other);
  return { letters: letters.map((unit) => String.fromCharCode(unit)).join(''), variants };
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

function pairBits(words: readonly string[], classCount: number): Uint32Array {
  const pairs = pairsOf(words, classCount);
  const wanted = Math.min(MAX_PAIR_BITS, Math.max(MIN_PAIR_BITS, pairs.size * BITS_PER_PAIR));
  const count = 2 ** Math.ceil(Math.log2(wanted));
  const bits = new Uint32Array(count / 32);
  for (const pair of pairs) {
    const hash = (Math.imul(pair >>> 16, PAIR_FACTOR) ^ (pair & 0xffff)) & (count - 1);
    bits[hash >>> 5] = (bits[hash >>> 5] ?? 0) | (1 << (hash & 31));
  }
  return bits;
}

/** The pairs a match may begin with: a pattern may be interrupted, and one of a single letter is followed by anything. */
function pairsOf(words: readonly string[], classCount: number): Set<number> {
  const pairs = new Set<number>();
  const add = (first: number, second: number) => pairs.add(first * 0x10000 + second);
  const firsts = new Set<number>();
  const singles = new Set<number>();
  for (const word of words) {
    const first = word.charCodeAt(0);
    if (word.length === 1) singles.add(first);
    else if (word.length > 1) {
      firsts.add(first);
      add(first, word.charCodeAt(1));
    }
  }
  for (const first of firsts) for (const cls of SKIPPED) add(first, cls);
  for (const first of singles) for (let cls = 0; cls < classCount; cls++) add(first, cls);
  return pairs;
}
