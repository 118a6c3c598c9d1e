/**
 * The prefilter: accepts every text in which the finder would find a form, and few others. Small enough for every page,
 * unlike the finder's tables.
 */
import { addToGroup } from '../add-to-group';
import { GUARD_UNITS, type Guard, type PrefilterData, prefilterLetters } from '../pack/finder-data';
import { COMPATIBLE, forCompatibleSpellings, SKIPPED_RANGES, unitsIn } from '../pack/unit-ranges';

/** The tests of a text. */
export interface Prefilter {
  /** Whether the text may hold a form: a quick look at each unit. */
  mayHold(text: string): boolean;
  /** Whether the text holds letters that hardly anything but a form has. Quick too, and often enough: most texts with a form do. */
  isTelling(text: string): boolean;
  /**
   * As `mayHold`, with all that the prefilter knows, for a text that may hold a form.
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
 * Builds the tests of several packs, which take 192 KiB. All packs must be compiled with the same table of spellings.
 */
export function createPrefilter(packs: readonly PrefilterData[]): Prefilter {
  const classOf = classTable(packs);
  const guards = packs.flatMap((pack) => pack.guards ?? []);
  const literals = packs.flatMap((pack) => listOf(pack.literals));
  const test = createTest({ literals, forms: guards.map(([form]) => form) }, classOf);
  let hasCompatible = false;
  /** Few texts have such letters: their classes are set when one comes. */
  const prepare = (text: string) => {
    if (hasCompatible || !COMPATIBLE.test(text)) return;
    hasCompatible = true;
    forCompatibleSpellings((unit, letter) => {
      classOf[unit] ||= classOf[letter.charCodeAt(0)] as number; // The table covers all 65,536 units.
    });
  };
  return {
    mayHold(text) {
      prepare(text);
      return test(text, false);
    },
    isTelling(text) {
      prepare(text);
      return test(text, true);
    },
    holds(text) {
      prepare(text);
      return test(text, true) || isOneMet(guards, text, classOf);
    },
  };
}

/** The words of a test, folded: parts of forms, and whole ones that have a guard. */
interface TestedWords {
  literals: readonly string[];
  forms: readonly string[];
}

/** A test for words, or for literals only, at one look-up a unit, and a comparison at each pair of letters that may begin one. */
function createTest(
  { literals, forms }: TestedWords,
  classOf: Uint16Array,
): (text: string, isCertain: boolean) => boolean {
  /** By a number for two letters, or one: whether a word begins with them, or is it. */
  const begins = new Uint8Array(UNITS);
  const wordsByFirst = new Map<string, { classes: string; isLiteral: boolean }[]>();
  let longest = 0;
  [...literals, ...forms].forEach((word, i) => {
    const classes = classesIn(word, classOf);
    const [first = ''] = classes;
    begins[classes.length === 1 ? classes.charCodeAt(0) : pairOf(classes.charCodeAt(0), classes.charCodeAt(1))] = 1;
    addToGroup(wordsByFirst, first, { classes, isLiteral: i < literals.length });
    longest = Math.max(longest, classes.length);
  });
  const isAt = (text: string, start: number, isCertain: boolean) => {
    const ahead = classesIn(text, classOf, { start, longest });
    const words = wordsByFirst.get(ahead.charAt(0));
    return words?.some(({ classes, isLiteral }) => (isLiteral || !isCertain) && ahead.startsWith(classes));
  };
  return (text, isCertain) => {
    let before = 0;
    let beforeAt = 0;
    for (let i = 0; i < text.length; i++) {
      const cls = classOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
      if (cls === SKIPPED) continue;
      if (cls !== 0 && begins[pairOf(before, cls)] === 1 && isAt(text, beforeAt, isCertain)) return true;
      if (begins[cls] === 1 && isAt(text, i, isCertain)) return true;
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
function isOneMet(guards: readonly Guard[], text: string, classOf: Uint16Array): boolean {
  const spaced = classesIn(text, classOf, { isSpaced: true });
  const all = spaced.replaceAll(' ', '');
  return guards.some(([form, except, near, page]) => {
    const letters = classesIn(form, classOf);
    if (!all.includes(letters)) return false;
    const encoded = (words: string) => listOf(words).map((word) => classesIn(word, classOf));
    // A word that refuses the form has nothing between its letters.
    let allowed = spaced;
    for (const word of encoded(except))
      allowed = allowed.replaceAll(word, word.replace(letters, '\0'.repeat(letters.length)));
    allowed = allowed.replaceAll(' ', '');
    const holds = (part: string, words: string) => encoded(words).some((word) => part.includes(word));
    const isFree = near === null || holds(all, page);
    for (let at = allowed.indexOf(letters); at >= 0; at = allowed.indexOf(letters, at + 1)) {
      if (isFree || holds(all.slice(Math.max(0, at - GUARD_UNITS), at + letters.length + GUARD_UNITS), near))
        return true;
    }
    return false;
  });
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
  return classOf;
}
