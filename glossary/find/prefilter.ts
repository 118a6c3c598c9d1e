/**
 * The prefilter: accepts every text in which the finder would find a form, and few others. Small enough for every page,
 * unlike the finder's tables.
 */
import { FULL_WIDTH } from '../pack/characters';
import { GUARD_UNITS, type Guard, type PrefilterData, prefilterLetters } from '../pack/finder-data';
import { COMPATIBLE, forCompatibleSpellings, SKIPPED_RANGES } from '../pack/unit-ranges';

/**
 * Whether a text may hold a form.
 * @param text with `GUARD_UNITS` objects between unrelated parts.
 * @param inNodes reads it with a `LINE_BREAK` between any two of its nodes. Called only where that may matter.
 */
export type Prefilter = (text: string, inNodes?: () => string) => boolean;

/** Classes of units: 0 for other characters, then skipped ones, then letters. */
const SKIPPED = 1;
const FIRST_LETTER = 2;
const UNITS = 0x10000;
const HASHES = 0x8000;

/** An occurrence of a form that has a guard. */
interface Hit {
  guard: Guard;
  start: number;
  end: number;
}

/** Builds the test of several packs, which takes 192 KiB. All packs must be compiled with the same table of spellings. */
export function createPrefilter(packs: readonly PrefilterData[]): Prefilter {
  const classOf = classTable(packs);
  const guards = packs.flatMap((pack) => pack.guards ?? []);
  const literals = packs.flatMap((pack) => listOf(pack.literals));
  const scan = createScan([...guards.map(([form]) => form), ...literals], classOf);
  const guardsMet = new GuardTest(classOf);
  let hasCompatible = false;
  /** Sets the classes of compatibility letters when a text first has one, because few texts do. */
  const prepare = (text: string) => {
    if (hasCompatible || !COMPATIBLE.test(text)) return;
    hasCompatible = true;
    forCompatibleSpellings((unit, letter) => {
      classOf[unit] ||= classOf[letter.charCodeAt(0)] as number; // The table covers all 65,536 units.
    });
  };
  /** The guarded forms in a text; null if there is a literal. */
  const hitsIn = (text: string): Hit[] | null => {
    const hits: Hit[] = [];
    const hasLiteral = scan(text, (word, start, end) => {
      const guard = guards[word];
      if (guard) hits.push({ guard, start, end });
      return !guard;
    });
    return hasLiteral ? null : hits;
  };
  return (text, inNodes = () => text) => {
    prepare(text);
    const hits = hitsIn(text);
    if (!hits) return true;
    const needed = hits.filter((hit) => guardsMet.isNear(text, hit));
    // A word refuses a form only within one node: if all forms are refused, the text is tested with breaks between nodes.
    if (needed.every((hit) => guardsMet.isRefused(text, hit)) && needed.length > 0) {
      const nodes = inNodes();
      return hitsIn(nodes)?.some((hit) => !guardsMet.isRefused(nodes, hit) && guardsMet.isNear(nodes, hit)) ?? true;
    }
    return needed.length > 0;
  };
}

/** Calls `onHit` for the words in a text, by their index, until it returns true. @returns whether it did. */
type Scan = (text: string, onHit: (word: number, start: number, end: number) => boolean) => boolean;

/** A few look-ups a unit; letters are compared where three of them, or a shorter word, may begin one. */
function createScan(words: readonly string[], classOf: Uint16Array): Scan {
  const classAt = (text: string, at: number) => classOf[text.charCodeAt(at)] as number; // The table covers all 65,536 units.
  /** By a hash of the first letters, up to three: the last such word, by its index plus one; and for each word the one before. */
  const last = new Uint32Array(HASHES);
  const before = words.map((word, i) => {
    let hash = 0;
    for (let at = 0; at < 3 && at < word.length; at++) hash = hashOf(hash, classAt(word, at));
    const other = last[hash] as number; // The table covers all hashes.
    last[hash] = i + 1;
    return other;
  });
  return (text, onHit) => {
    const isHit = (hash: number, start: number) => {
      for (let word = last[hash] ?? 0; word > 0; word = before[word - 1] ?? 0) {
        const end = endOf(words[word - 1] ?? '', text, start, classOf);
        if (end >= 0 && onHit(word - 1, start, end)) return true;
      }
      return false;
    };
    // The last letter, and the hash of the last two; and where these begin.
    let one = 0;
    let oneAt = 0;
    let two = 0;
    let twoAt = 0;
    for (let i = 0; i < text.length; i++) {
      const cls = classAt(text, i);
      if (cls === SKIPPED) continue;
      const three = hashOf(two, cls);
      const threeAt = twoAt;
      two = hashOf(one, cls);
      twoAt = oneAt;
      one = cls;
      oneAt = i;
      if (cls === 0 || !(last[three] || last[two] || last[one])) continue;
      if (isHit(three, threeAt) || isHit(two, twoAt) || isHit(one, i)) return true;
    }
    return false;
  };
}

/** The hash of a letter after another; after no other it is the class of the letter. */
function hashOf(before: number, cls: number): number {
  return (Math.imul(before, 0x6d2b) + cls) & (HASHES - 1);
}

/** The end of a word that begins at `start`, skipping what a match skips; -1 if there is another. */
function endOf(word: string, text: string, start: number, classOf: Uint16Array): number {
  let at = start;
  for (let i = 0; i < word.length; i++) {
    while (classOf[text.charCodeAt(at)] === SKIPPED) at++;
    if (classOf[text.charCodeAt(at++)] !== classOf[word.charCodeAt(i)]) return -1;
  }
  return at;
}

/** Whether guarded forms stand as a mention may. */
class GuardTest {
  readonly #classOf: Uint16Array;
  readonly #scans = new Map<string, Scan>();

  constructor(classOf: Uint16Array) {
    this.#classOf = classOf;
  }

  /** Whether the letters that a form needs are near, or on the page. */
  isNear(text: string, { guard: [, , near, page], start, end }: Hit): boolean {
    if (near === null) return true;
    const from = this.#reach(text, start - 1, -1) + 1;
    return this.#has(text.slice(from, this.#reach(text, end, 1)), near) || this.#has(text, page);
  }

  /** Whether a word that refuses the form holds it, with nothing between its letters. */
  isRefused(text: string, { guard: [form, except], start }: Hit): boolean {
    return listOf(except).some((word) => {
      const from = start - word.indexOf(form);
      return from >= 0 && endOf(word, text, from, this.#classOf) === from + word.length;
    });
  }

  /** Where letters may stand no further from a form, from `at` on in steps of 1 or -1. */
  #reach(text: string, at: number, step: 1 | -1): number {
    let reached = at;
    for (let left = GUARD_UNITS; left > 0 && reached >= 0 && reached < text.length; reached += step) {
      if (this.#classOf[text.charCodeAt(reached)] !== SKIPPED) left--;
    }
    return reached;
  }

  #has(text: string, words: string): boolean {
    if (words === '') return false;
    let scan = this.#scans.get(words);
    if (!scan) {
      scan = createScan(listOf(words), this.#classOf);
      this.#scans.set(words, scan);
    }
    return scan(text, () => true);
  }
}

function listOf(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

/** By unit. All packs fold the same spellings to a letter. */
function classTable(packs: readonly PrefilterData[]): Uint16Array {
  const classOf = new Uint16Array(UNITS);
  for (let i = 0; i < SKIPPED_RANGES.length; i += 2)
    classOf.fill(SKIPPED, SKIPPED_RANGES.charCodeAt(i), SKIPPED_RANGES.charCodeAt(i + 1) + 1);
  let next = FIRST_LETTER;
  for (const pack of packs) {
    const spellings = pack.spellings.split(' ');
    prefilterLetters(pack).forEach((letter, i) => {
      const cls = classOf[letter.charCodeAt(0)] || next++;
      const all = letter + letter.toUpperCase() + (spellings[i] ?? '');
      for (let at = 0; at < all.length; at++) {
        const unit = all.charCodeAt(at);
        classOf[unit] = cls;
        if (unit > 0x20 && unit < 0x7f) classOf[unit + FULL_WIDTH] = cls;
      }
    });
  }
  return classOf;
}
