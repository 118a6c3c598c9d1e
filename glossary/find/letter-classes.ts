/**
 * Maps UTF-16 units to letter classes: one table lookup folds and classifies a unit. The scan compares classes, never
 * units.
 */
import { FULL_WIDTH, IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../pack/characters';

/** Classes that are the same in every pack. `none` is the class of every unit that no form contains. */
export const CLASS = { none: 0, ignorable: 1, space: 2, lineBreak: 3, quote: 4 } as const;
/** The first class of a letter; a pack's letters have this one and those above it. */
export const FIRST_LETTER = 5;

/** The letters of a pack: a few hundred units, from which the class table of 65,536 is made. */
export interface Alphabet {
  /** The folded letters that patterns and rules use, in the order of their classes. */
  letters: string;
  /** Pairs: a letter as pages write it, then the folded letter. */
  variants: string;
}

/**
 * The alphabet of `patterns`. Frequent letters get low classes, which keeps the trie dense.
 * @param otherLetters folded letters with classes of their own although no pattern has them.
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

/** The class of each UTF-16 unit, 128 KiB. Takes a fifth of a millisecond. */
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

/** Capitals and full-width forms need no entry in `variants`, because their distance from the letter is fixed. */
function spreadAscii(classOf: Uint16Array): void {
  for (let half = 0x21; half <= 0x7e; half++) {
    const full = half + FULL_WIDTH;
    const lower = half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
    if (classOf[half] === CLASS.none) classOf[half] = classOf[lower] ?? 0;
    if (classOf[full] === CLASS.none) classOf[full] = classOf[lower] ?? 0;
  }
}

/** `pattern` as a string of classes, one unit each; 0 for a letter outside the alphabet. */
export function classesOf(pattern: string, classOf: Uint16Array): string {
  let classes = '';
  for (let i = 0; i < pattern.length; i++) classes += String.fromCharCode(classOf[pattern.charCodeAt(i)] ?? 0);
  return classes;
}
