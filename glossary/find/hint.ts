/**
 * Owns the hint: a test that holds for every text in which the finder would find a form, and for few others.
 * Small enough to be in every page, where the finder's tables are not.
 */
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../pack/characters';
import type { PrefilterData } from '../pack/finder-data';

/** The hint of two packs at once, for the cost of one. Both were made from one table of spellings. */
export function joinHints(first: PrefilterData, second: PrefilterData): PrefilterData {
  return {
    runs: `${first.runs}\n${second.runs}`,
    variants: first.variants + second.variants,
  };
}

/** Distance of the full-width forms from ASCII. */
const FULL_WIDTH = 0xfee0;
/** Classes of units: of no concern, skipped inside a run, and from here on letters. */
const SKIPPED = 1;
const FIRST_LETTER = 2;

/** Whether a run ends at a place: any spelling of it counts, or only one without small letters. */
type End = 'any' | 'capital' | null;

/** A place in the trie of runs: by class of the next letter, where it leads. */
interface Place {
  next: Map<number, Place>;
  end: End;
}

/** What a unit may be: the first of a run, the second (or skipped before it), or all of a run by itself. */
const FIRST = 1;
const SECOND = 2;
const ALL = 4;

/**
 * Builds the test. Cost of a test: one look-up a unit, and a short walk where two stand together that may begin a run.
 * Takes 136 KiB while it is kept.
 */
export function hintOf({ runs, variants }: PrefilterData): (text: string) => boolean {
  const list = runs.split('\n').filter((run) => run !== '');
  const classOf = classTable(list.join('').toLowerCase(), variants);
  const root: Place = { next: new Map(), end: null };
  for (const run of list) addRun(root, run, classOf);
  const roles = rolesOf(root, classOf);
  const pairs = pairBits(root);
  const isRunAt = (text: string, start: number): boolean => {
    const pair = ((classOf[text.charCodeAt(start)] ?? 0) << 8) | (classOf[text.charCodeAt(start + 1)] ?? 0);
    // The bits cover all pairs.
    return (((pairs[pair >>> 5] as number) >>> (pair & 31)) & 1) === 1 && follow(text, start, classOf, root);
  };
  return (text) => {
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const role = roles[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
      const isOpen = (((before << 1) & SECOND) | ALL) & role;
      before = role;
      if (isOpen === 0) continue;
      if (isRunAt(text, i - 1) || ((role & ALL) !== 0 && follow(text, i, classOf, root))) return true;
    }
    return false;
  };
}

function rolesOf(root: Place, classOf: Uint8Array): Uint8Array {
  const roleOf = new Uint8Array(256);
  const add = (cls: number, role: number) => (roleOf[cls] = (roleOf[cls] ?? 0) | role);
  add(SKIPPED, SECOND);
  const capitals = new Set<number>();
  for (const [first, place] of root.next) {
    add(first, place.end ? FIRST | ALL : FIRST);
    for (const second of place.next.keys()) add(second, SECOND);
    if (isCapital(place)) capitals.add(first);
  }
  const roles = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) roles[unit] = roleOf[classOf[unit] as number] as number; // Both cover it.
  // In every page of English: no run in capitals begins with one.
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    for (const unit of [letter.charCodeAt(0), letter.charCodeAt(0) + FULL_WIDTH]) {
      if (capitals.has(classOf[unit] ?? 0)) roles[unit] = (roles[unit] ?? 0) & SECOND;
    }
  }
  return roles;
}

/** Whether all runs that go through a place are in capitals. */
function isCapital({ next, end }: Place): boolean {
  return end !== 'any' && [...next.values()].every(isCapital);
}

/** A bit for each pair of classes: whether a run may begin with it. */
function pairBits(root: Place): Uint32Array {
  const bits = new Uint32Array(0x10000 / 32);
  const set = (first: number, second: number) => {
    const pair = (first << 8) | second;
    bits[pair >>> 5] = (bits[pair >>> 5] ?? 0) | (1 << (pair & 31));
  };
  for (const [first, { next }] of root.next) {
    set(first, SKIPPED);
    for (const second of next.keys()) set(first, second);
  }
  return bits;
}

/** Whether a run stands at `start`. */
function follow(text: string, start: number, classOf: Uint8Array, root: Place): boolean {
  let place = root;
  for (let i = start; i < text.length; i++) {
    const cls = classOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
    if (cls === SKIPPED && i > start) continue;
    const next = place.next.get(cls);
    if (!next) return false;
    if (next.end === 'any' || (next.end === 'capital' && !/[a-zａ-ｚ]/.test(text.slice(start, i + 1)))) return true;
    place = next;
  }
  return false;
}

function addRun(root: Place, run: string, classOf: Uint8Array): void {
  let place = root;
  for (const letter of run.toLowerCase().split('')) {
    // A shorter run that ends here already says all.
    if (place.end === 'any') return;
    const cls = classOf[letter.charCodeAt(0)] ?? 0;
    const next = place.next.get(cls) ?? { next: new Map(), end: null };
    place.next.set(cls, next);
    place = next;
  }
  if (/[A-Z]/.test(run)) place.end ??= 'capital';
  else place.end = 'any';
}

/** Classes beyond 255 would not fit: then letters share classes, which lets more texts through, never fewer. */
function classTable(letters: string, variants: string): Uint8Array {
  const classOf = new Uint8Array(0x10000);
  for (const unit of IGNORABLE + SPACE + LINE_BREAK + QUOTE_PAIRS) classOf[unit.charCodeAt(0)] = SKIPPED;
  let next = FIRST_LETTER;
  for (const letter of letters.split('')) {
    const code = letter.charCodeAt(0);
    if ((classOf[code] ?? 0) >= FIRST_LETTER) continue;
    classOf[code] = next;
    for (const same of spellingsInAscii(letter)) {
      classOf[same.charCodeAt(0)] = next;
      classOf[same.charCodeAt(0) + FULL_WIDTH] = next;
    }
    next = next === 0xff ? FIRST_LETTER : next + 1;
  }
  for (let i = 0; i + 1 < variants.length; i += 2) {
    classOf[variants.charCodeAt(i)] = classOf[variants.charCodeAt(i + 1)] ?? 0;
  }
  return classOf;
}

function spellingsInAscii(letter: string): string[] {
  return letter >= '!' && letter <= '~' ? [letter, letter.toUpperCase()] : [];
}
