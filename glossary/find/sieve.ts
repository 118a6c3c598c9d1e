/**
 * Owns the first look at a text: the places where a match may begin. It has no branch that depends on the text: which
 * places these are cannot be foreseen, and a wrong guess of the processor costs more than the work it would save.
 */
import { CLASS, FIRST_LETTER } from './classes';
import { endsWord, ROOT } from './double-array';
import { PAIR_FACTOR } from './pairs';

/** Places looked at before any of them is followed. */
export const BLOCK = 1024;
/** Share of the units that may be early from which on looking at each place is quicker. */
const MAX_EARLY = 0.6;
/** Blocks before it is tried by twos again. */
const PATIENCE = 31;

/** Where `find` writes. One for all sieves, as they do not nest: a constant is written to more quickly. */
export const places = new Int32Array(BLOCK);
/** Looked at by twos, the places of units that may be early. One for all sieves: they do not nest. */
const early = new Int32Array(BLOCK);

/** What the sieve is made of. */
export interface Sieved {
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

export class Sieve {
  readonly #tables: Sieved;
  readonly #isEarly: Uint8Array;
  /** Blocks to look at place by place. */
  #dense = 0;

  constructor(tables: Sieved) {
    this.#tables = tables;
    this.#isEarly = earlyUnits(tables);
  }

  /**
   * Writes to `places`, in order, those in `[from, to)`, at most a block, at which a pair of classes stands that a
   * pattern may begin with.
   * @returns how many they are.
   */
  find(text: string, from: number, to: number): number {
    if (this.#dense > 0) this.#dense--;
    else {
      const earlies = findEarly(this.#isEarly, text, from, to);
      if (earlies <= MAX_EARLY * ((to - from) >> 1)) return findAround(this.#tables, text, { from, to, earlies });
      this.#dense = PATIENCE;
    }
    return findEach(this.#tables, text, from, to);
  }
}

/** Writes to `early` every second place if its unit is early: a match has two units at least, and one of them is seen. */
function findEarly(isEarly: Uint8Array, text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from + 1; at < to; at += 2) {
    early[count] = at;
    count += isEarly[text.charCodeAt(at)] as number; // The table covers all 65,536 units.
  }
  return count;
}

/** Of the early places and those before them. */
function findAround(
  { classOf, pairs }: Sieved,
  text: string,
  { from, to, earlies }: { from: number; to: number; earlies: number },
): number {
  const mask = pairs.length * 32 - 1;
  let count = 0;
  for (let i = 0; i < earlies; i++) {
    const at = early[i] as number; // `earlies` were written.
    const before = classOf[text.charCodeAt(at - 1)] as number; // The table covers all 65,536 units.
    const here = classOf[text.charCodeAt(at)] as number;
    places[count] = at - 1;
    count += mayBegin(pairs, mask, before, here);
    places[count] = at;
    count += mayBegin(pairs, mask, here, classAt(classOf, text, at + 1));
  }
  if (((to - from) & 1) === 0) return count;
  places[count] = to - 1;
  return count + mayBegin(pairs, mask, classAt(classOf, text, to - 1), classAt(classOf, text, to));
}

/** Of all places. */
function findEach({ classOf, pairs }: Sieved, text: string, from: number, to: number): number {
  const mask = pairs.length * 32 - 1;
  const last = Math.min(to, text.length - 1);
  let count = 0;
  let first = classOf[text.charCodeAt(from)] as number; // The table covers all 65,536 units.
  for (let at = from; at < last; at++) {
    const second = classOf[text.charCodeAt(at + 1)] as number;
    places[count] = at;
    count += mayBegin(pairs, mask, first, second);
    first = second;
  }
  if (last === to) return count;
  places[count] = last;
  return count + mayBegin(pairs, mask, first, CLASS.none);
}

/** 1 if a pattern may begin with the two classes, else 0. */
function mayBegin(pairs: Uint32Array, mask: number, first: number, second: number): number {
  const hash = (Math.imul(first, PAIR_FACTOR) ^ second) & mask;
  return ((pairs[hash >>> 5] as number) >>> (hash & 31)) & isLetter(first);
}

/** 1 for the class of a letter, 0 for others. */
function isLetter(cls: number): number {
  return (FIRST_LETTER - 1 - cls) >>> 31;
}

/** The class of the unit at `at`, which may be behind the text’s end. */
function classAt(classOf: Uint16Array, text: string, at: number): number {
  return at < text.length ? (classOf[text.charCodeAt(at)] as number) : CLASS.none;
}

/**
 * By unit, 1 if it may be the first or the second one of a match. What is skipped may be, for a match may be
 * interrupted; any may be the second where a pattern of one letter is followed by it.
 */
function earlyUnits({ classOf, cells }: Sieved): Uint8Array {
  const isEarlyClass = new Uint8Array(0x10000);
  isEarlyClass.fill(1, CLASS.none + 1, FIRST_LETTER);
  for (let place = (ROOT >> 1) + 1; place < cells.length / 2; place++) {
    const parent = cells[2 * place + 1] ?? 0;
    const isFirst = parent === ROOT;
    if (!isFirst && (parent <= 0 || cells[parent + 1] !== ROOT)) continue;
    const cls = place - ((cells[parent] ?? 0) >> 1);
    // The child of no class only tells which word ends at its parent.
    if (cls === CLASS.none) continue;
    isEarlyClass[cls] = 1;
    if (isFirst && endsWord(cells, 2 * place)) isEarlyClass.fill(1);
  }
  const isEarly = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) isEarly[unit] = isEarlyClass[classOf[unit] as number] as number; // Both cover it.
  return isEarly;
}
