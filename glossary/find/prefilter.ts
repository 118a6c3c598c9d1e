/**
 * The prefilter: accepts every text in which the finder would find a form, and few others. Small enough for every page,
 * unlike the finder's tables.
 */
import { addToGroup } from '../add-to-group';
import { GUARD_UNITS, type Guard, type PrefilterData, prefilterLetters } from '../pack/finder-data';
import { forCompatibleSpellings, SKIPPED_RANGES, unitsIn } from '../pack/unit-ranges';

/** The tests of a text. */
export interface Prefilter {
  /** Whether the text may hold a form: a quick look at each unit. */
  mayHold(text: string): boolean;
  /**
   * The same with all that the prefilter knows, for a text that may hold a form.
   * @param text with a `LINE_BREAK` between any two of its nodes, and `GUARD_UNITS` objects between unrelated parts.
   */
  holds(text: string): boolean;
}

/** Distance of the full-width forms from ASCII. */
const FULL_WIDTH = 0xfee0;
/** Classes of units: 0 for other characters, then skipped ones, then letters. As a character, the class of skipped ones is a space. */
const SKIPPED = 0x20;
const FIRST_LETTER = 0x21;
const UNITS = 0x10000;

/**
 * Builds the tests of several packs, which take 192 KiB; those that `holds` needs on its first call. All packs must be
 * compiled with the same table of spellings.
 */
export function createPrefilter(packs: readonly PrefilterData[]): Prefilter {
  const classOf = classTable(packs);
  const literals = packs.flatMap((pack) => listOf(pack.literals));
  const guards = packs.flatMap((pack) => pack.guards ?? []);
  let isCertain: ((text: string) => boolean) | undefined;
  return {
    mayHold: createTest([...literals, ...guards.map(([form]) => form)], classOf),
    holds(text) {
      isCertain ??= createTest(literals, classOf);
      return isCertain(text) || guards.some((guard) => isMet(guard, text, classOf));
    },
  };
}

/** A test for words, at one look-up a unit, and a comparison at each pair of letters that may begin one. */
function createTest(words: readonly string[], classOf: Uint16Array): (text: string) => boolean {
  /** By a number for two letters, or one: whether a word begins with them, or is it. */
  const begins = new Uint8Array(UNITS);
  const wordsByFirst = new Map<string, string[]>();
  let longest = 0;
  for (const word of words) {
    const classes = classesIn(word, classOf);
    const [first = ''] = classes;
    begins[classes.length === 1 ? classes.charCodeAt(0) : pairOf(classes.charCodeAt(0), classes.charCodeAt(1))] = 1;
    addToGroup(wordsByFirst, first, classes);
    longest = Math.max(longest, classes.length);
  }
  const isAt = (text: string, start: number) => {
    const ahead = classesIn(text, classOf, { start, longest });
    return wordsByFirst.get(ahead.charAt(0))?.some((word) => ahead.startsWith(word));
  };
  return (text) => {
    let before = 0;
    let beforeAt = 0;
    for (let i = 0; i < text.length; i++) {
      const cls = classOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
      if (cls === SKIPPED) continue;
      if (cls !== 0 && begins[pairOf(before, cls)] === 1 && isAt(text, beforeAt)) return true;
      if (begins[cls] === 1 && isAt(text, i)) return true;
      before = cls;
      beforeAt = i;
    }
    return false;
  };
}

function pairOf(first: number, second: number): number {
  return ((first << 8) ^ second) & (UNITS - 1);
}

/** The classes of a text's units as characters, without skipped ones unless `isSpaced`; no more than `longest`. */
function classesIn(
  text: string,
  classOf: Uint16Array,
  { start = 0, longest = text.length, isSpaced = false } = {},
): string {
  let classes = '';
  for (let i = start; classes.length < longest && i < text.length; i++) {
    const cls = classOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
    if (cls !== SKIPPED || isSpaced) classes += String.fromCharCode(cls);
  }
  return classes;
}

/** Whether a guarded form stands in a text as a mention may. */
function isMet([form, except, near, page]: Guard, text: string, classOf: Uint16Array): boolean {
  const encoded = (words: string) => listOf(words).map((word) => classesIn(word, classOf));
  const letters = classesIn(form, classOf);
  const all = classesIn(text, classOf);
  // A word that refuses the form has nothing between its letters.
  let allowed = classesIn(text, classOf, { isSpaced: true });
  for (const word of encoded(except))
    allowed = allowed.replaceAll(word, word.replace(letters, '\0'.repeat(letters.length)));
  allowed = allowed.replaceAll(' ', '');
  const holds = (part: string, words: string) => encoded(words).some((word) => part.includes(word));
  const isFree = near === null || holds(all, page);
  for (let at = allowed.indexOf(letters); at >= 0; at = allowed.indexOf(letters, at + 1)) {
    if (isFree || holds(all.slice(Math.max(0, at - GUARD_UNITS), at + letters.length + GUARD_UNITS), near)) return true;
  }
  return false;
}

function listOf(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

/** By unit. All packs fold the same spellings to a letter. */
function classTable(packs: readonly PrefilterData[]): Uint16Array {
  const classOf = new Uint16Array(UNITS);
  for (const unit of unitsIn(SKIPPED_RANGES)) classOf[unit.charCodeAt(0)] = SKIPPED;
  let next = FIRST_LETTER;
  for (const pack of packs) {
    const spellings = pack.spellings.split(' ');
    prefilterLetters(pack).forEach((letter, i) => {
      const cls = classOf[letter.charCodeAt(0)] || next++;
      for (const same of letter + letter.toUpperCase() + (spellings[i] ?? '')) {
        const unit = same.charCodeAt(0);
        classOf[unit] = cls;
        if (same >= '!' && same <= '~') classOf[unit + FULL_WIDTH] = cls;
      }
    });
  }
  forCompatibleSpellings((unit, letter) => {
    classOf[unit] ||= classOf[letter.charCodeAt(0)] as number; // The table covers all 65,536 units.
  });
  return classOf;
}
