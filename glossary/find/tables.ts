/**
 * Owns the tables the scan reads: one that folds and classes a UTF-16 unit in a single load, and the trie over the
 * folded patterns.
 */
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from './characters';
import { placeTrie, type Trie } from './double-array';

/** Classes below this one are the same in every pack; a pack's letters follow. */
export const FIRST_LETTER = 5;
export const CLASS = { none: 0, ignorable: 1, space: 2, lineBreak: 3, quote: 4 } as const;

export interface Tables extends Trie {
  /** Class of each UTF-16 unit: folding, alphabet and what may be skipped, in one. 128 KiB. */
  classOf: Uint16Array;
  /** The letters patterns begin with have this class or a higher one: most of a text is passed by one comparison. */
  firstStart: number;
}

/**
 * Builds the tables. Cost: sorting the patterns, then about linear in the number of their prefixes.
 * @param patterns folded, distinct, not empty; a space in a pattern stands for any run of white space.
 * @param variants pairs of a letter as pages write it and the folded letter.
 * @param otherLetters folded letters to be told apart though no pattern has them.
 */
export function buildTables(patterns: readonly string[], variants: string, otherLetters = ''): Tables {
  const { classOf, firstStart, classCount } = classTable(patterns, variants, otherLetters);
  const words = patterns.map((pattern) => classesOf(pattern, classOf));
  return { classOf, firstStart, ...placeTrie(words, classCount) };
}

function classTable(patterns: readonly string[], variants: string, otherLetters: string) {
  const classOf = new Uint16Array(0x10000);
  const set = (units: string, value: number) => {
    for (let i = 0; i < units.length; i++) classOf[units.charCodeAt(i)] = value;
  };
  set(IGNORABLE, CLASS.ignorable);
  set(SPACE, CLASS.space);
  set(LINE_BREAK, CLASS.lineBreak);
  set(QUOTE_PAIRS, CLASS.quote);
  let next = FIRST_LETTER;
  const number = (units: string) => {
    for (let i = 0; i < units.length; i++) {
      const unit = units.charCodeAt(i);
      if (classOf[unit] === CLASS.none) classOf[unit] = next++;
    }
  };
  const starts = new Set(patterns.map((pattern) => pattern.charAt(0)));
  for (const letter of new Set([...patterns, otherLetters].flatMap((word) => word.split('')))) {
    if (!starts.has(letter)) number(letter);
  }
  const firstStart = next;
  for (const letter of starts) number(letter);
  spreadAscii(classOf);
  for (let i = 0; i + 1 < variants.length; i += 2) {
    classOf[variants.charCodeAt(i)] = classOf[variants.charCodeAt(i + 1)] ?? 0;
  }
  return { classOf, firstStart, classCount: next };
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
