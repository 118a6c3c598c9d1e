/**
 * The prefilter: accepts every text in which the finder would find a form, and few others. Small enough for every page,
 * unlike the finder's tables.
 */
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../pack/characters';
import type { PrefilterData } from '../pack/finder-data';

/** One prefilter for two packs, at the cost of one. Both must be compiled with the same table of spellings. */
export function joinPrefilters(first: PrefilterData, second: PrefilterData): PrefilterData {
  return {
    literals: `${first.literals}\n${second.literals}`,
    variants: first.variants + second.variants,
  };
}

/** Distance of the full-width forms from ASCII. */
const FULL_WIDTH = 0xfee0;
/** Classes of units: 0 for other characters, then skipped ones, then letters. */
const SKIPPED = 1;
const FIRST_LETTER = 2;

/** The literal that ends at a node: in any spelling, or only without lower-case letters; null if none ends there. */
type End = 'any' | 'capital' | null;

/** A node of the trie of literals; children by the class of their letter. */
interface Node {
  next: Map<number, Node>;
  end: End;
}

/** Roles of a unit in a literal: its first letter, its second (or skipped before it), or its only one. */
const FIRST = 1;
const SECOND = 2;
const ALL = 4;

/**
 * Builds the test, which takes 136 KiB. Cost of a test: one look-up a unit, and a short walk at each pair of units that
 * may begin a literal.
 */
export function createPrefilter({ literals, variants }: PrefilterData): (text: string) => boolean {
  const list = literals.split('\n').filter((literal) => literal !== '');
  const classOf = classTable(list.join('').toLowerCase(), variants);
  const root: Node = { next: new Map(), end: null };
  for (const literal of list) addLiteral(root, literal, classOf);
  const roles = rolesOf(root, classOf);
  const pairs = pairBits(root);
  const isLiteralAt = (text: string, start: number): boolean => {
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
      if (isLiteralAt(text, i - 1) || ((role & ALL) !== 0 && follow(text, i, classOf, root))) return true;
    }
    return false;
  };
}

function rolesOf(root: Node, classOf: Uint8Array): Uint8Array {
  const roleOf = new Uint8Array(256);
  const add = (cls: number, role: number) => (roleOf[cls] = (roleOf[cls] ?? 0) | role);
  add(SKIPPED, SECOND);
  const capitals = new Set<number>();
  for (const [first, node] of root.next) {
    add(first, node.end ? FIRST | ALL : FIRST);
    for (const second of node.next.keys()) add(second, SECOND);
    if (isCapital(node)) capitals.add(first);
  }
  const roles = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) roles[unit] = roleOf[classOf[unit] as number] as number; // Both cover it.
  // Lower-case letters, which every English page has, begin no literal in capitals.
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    for (const unit of [letter.charCodeAt(0), letter.charCodeAt(0) + FULL_WIDTH]) {
      if (capitals.has(classOf[unit] ?? 0)) roles[unit] = (roles[unit] ?? 0) & SECOND;
    }
  }
  return roles;
}

/** Whether all literals that go through a node are in capitals. */
function isCapital({ next, end }: Node): boolean {
  return end !== 'any' && [...next.values()].every(isCapital);
}

/** A bit for each pair of classes that a literal may begin with. */
function pairBits(root: Node): Uint32Array {
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

/** Whether a literal occurs at `start`. */
function follow(text: string, start: number, classOf: Uint8Array, root: Node): boolean {
  let node = root;
  for (let i = start; i < text.length; i++) {
    const cls = classOf[text.charCodeAt(i)] as number; // The table covers all 65,536 units.
    if (cls === SKIPPED && i > start) continue;
    const next = node.next.get(cls);
    if (!next) return false;
    if (next.end === 'any' || (next.end === 'capital' && !/[a-zａ-ｚ]/.test(text.slice(start, i + 1)))) return true;
    node = next;
  }
  return false;
}

function addLiteral(root: Node, literal: string, classOf: Uint8Array): void {
  let node = root;
  for (const letter of literal.toLowerCase().split('')) {
    // A shorter literal that ends here makes this one redundant.
    if (node.end === 'any') return;
    const cls = classOf[letter.charCodeAt(0)] ?? 0;
    const next = node.next.get(cls) ?? { next: new Map(), end: null };
    node.next.set(cls, next);
    node = next;
  }
  if (/[A-Z]/.test(literal)) node.end ??= 'capital';
  else node.end = 'any';
}

/** A class is one byte. Beyond 255, letters share classes: more texts pass, never fewer. */
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
