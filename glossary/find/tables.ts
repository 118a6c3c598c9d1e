/**
 * Owns the tables the scan reads: one that folds and classes a UTF-16 unit in a single load, and what is built over the
 * folded patterns.
 */
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../pack/characters';
import { CLASS, FIRST_LETTER } from './classes';
import { placingTrie } from './double-array';
import { finish } from './pace';
import { pairBits } from './pairs';
import { Sieve, type Sieved } from './sieve';

export interface Tables extends Sieved {
  /** For the first look at a text. */
  sieve: Sieve;
}

/** What the class table is made of: little, where the table is large. */
export interface Alphabet {
  /** The letters that patterns and rules use, each folded, in the order of their classes. */
  letters: string;
  /** Pairs of a letter as pages write it and the folded letter. */
  variants: string;
}

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

/** As `buildingTables`, at once. */
export function buildTables(patterns: readonly string[], alphabet: Alphabet): Tables {
  return finish(buildingTables(patterns, alphabet));
}

/**
 * Builds the tables, in steps of a few milliseconds for a pack of a thousand patterns. Cost: sorting the patterns, then
 * about linear in the number of their prefixes.
 * @param patterns folded, distinct, not empty; a space in a pattern stands for any run of white space.
 * @throws {RangeError} names a pattern that the alphabet cannot tell from another, or from none.
 */
export function* buildingTables(patterns: readonly string[], alphabet: Alphabet): Generator<void, Tables> {
  const classOf = classTable(alphabet);
  const words = patterns.map((pattern) => classesOf(pattern, classOf));
  const classCount = FIRST_LETTER + alphabet.letters.length;
  const refuse = (word: number): never => {
    throw new RangeError(`Pattern ${word} (${patterns[word]}) is as another one, or its letters are folded away.`);
  };
  const pairs = pairBits(words, classCount);
  yield;
  const cells = yield* placingTrie(words, classCount, refuse);
  yield;
  return tablesOf({ classOf, pairs, cells });
}

/** Completes tables that were built before. Linear in the cells. */
export function tablesOf(built: Sieved): Tables {
  return { ...built, sieve: new Sieve(built) };
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
