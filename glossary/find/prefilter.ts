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
/** Multiplier of the hash: its products stay below 2 ** 30. */
const FACTOR = 0x6d2b;

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
    const needed = guardsMet.near(text, hits);
    // A word refuses a form only within one node: if all forms are refused, the text is tested with breaks between nodes.
    if (needed.every((hit) => guardsMet.isRefused(text, hit)) && needed.length > 0) {
      const nodes = inNodes();
      const left = hitsIn(nodes)?.filter((hit) => !guardsMet.isRefused(nodes, hit));
      return !left || guardsMet.near(nodes, left).length > 0;
    }
    return needed.length > 0;
  };
}

/** Calls `onHit` for the words in a text, by their index, until it returns true. @returns whether it did. */
type Scan = (text: string, onHit: (word: number, start: number, end: number) => boolean) => boolean;

/** A few look-ups a unit; letters are compared where three of them, or a shorter word, may begin one. */
function createScan(words: readonly string[], classOf: Uint16Array): Scan {
  /** By a hash of the first letters, up to three: the last such word, by its index plus one; and for each word the one before. */
  const last = new Uint32Array(HASHES);
  const before = words.map((word, i) => {
    let hash = 0;
    for (let at = 0; at < 3 && at < word.length; at++) hash = hashOf(hash, classOf[word.charCodeAt(at)] as number); // The table covers all units.
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
    // Without calls: the browser has not compiled them when a page is tested.
    for (let i = 0; i < text.length; i++) {
      const cls = classOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
      if (cls === SKIPPED) continue;
      if (cls === 0) {
        one = 0;
        two = 0;
        continue;
      }
      const three = (two * FACTOR + cls) & (HASHES - 1);
      const threeAt = twoAt;
      two = (one * FACTOR + cls) & (HASHES - 1);
      twoAt = oneAt;
      one = cls;
      oneAt = i;
      if (!(last[three] || last[two] || last[one])) continue;
      if (isHit(three, threeAt) || isHit(two, twoAt) || isHit(one, i)) return true;
    }
    return false;
  };
}

/** The hash of a letter after another; after no other it is the class of the letter. */
function hashOf(before: number, cls: number): number {
  return (before * FACTOR + cls) & (HASHES - 1);
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

  /** The hits in a text with the letters that they need near, or on the page. Reads the page once for all with the same ones. */
  near(text: string, hits: readonly Hit[]): Hit[] {
    const onPage = new Map<string, boolean>();
    return hits.filter(({ guard: [, , near, page], start, end }) => {
      if (near === null) return true;
      const from = this.#reach(text, start - 1, -1) + 1;
      if (this.#has(text.slice(from, this.#reach(text, end, 1)), near)) return true;
      const isOnPage = onPage.get(page) ?? this.#has(text, page);
      onPage.set(page, isOnPage);
      return isOnPage;
    });
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
