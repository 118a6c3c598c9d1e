/**
 * Finds the positions of a text where a match may begin. Branch-free, because a
 * mispredicted branch costs the processor more than the work it saves.
 */
import { childOf, endsWord, ROOT } from './double-array';
import { type Alphabet, CLASS, classedUnits, FIRST_LETTER } from './letter-classes';
import { PAIR_FACTOR } from './pairs';

/** Positions tested in one call, in UTF-16 units. */
export const BLOCK = 1024;
/** Share of early units above which testing each position is faster than testing around the early ones. */
const MAX_EARLY = 0.6;
/** Blocks tested position by position before the share of early units is measured again. */
const DENSE_BLOCKS = 31;

/** Output of `StartFilter.find`. One array for all filters, as calls do not nest: a constant is written to faster. */
export const starts = new Int32Array(BLOCK);
/** Positions of early units in the current block. Shared for the same reason. */
const early = new Int32Array(BLOCK);

/** The tables a start filter needs. */
export interface StartTables {
  /** Class of each UTF-16 unit (`letter-classes.ts`). 128 KiB. */
  classOf: Uint16Array;
  /** The pairs of classes a match may begin with (`pairs.ts`). */
  pairs: Uint32Array;
}

/** The start filter of one pack. Remembers how dense the last texts were; that changes cost, never results. */
export class StartFilter {
  readonly #tables: StartTables;
  readonly #isEarly: Uint8Array;
  /** Blocks still to be tested position by position. */
  #dense = 0;

  /** @param isEarly as in `PairTables`. */
  constructor(tables: StartTables, isEarly: Uint8Array, alphabet: Alphabet) {
    const { classOf } = tables;
    this.#tables = tables;
    const isAny = isEarly[CLASS.none] ?? 0;
    this.#isEarly = new Uint8Array(0x10000).fill(isAny);
    const units = classedUnits(alphabet);
    for (let i = 0; i < units.length; i++) {
      const unit = units.charCodeAt(i);
      this.#isEarly[unit] = isAny | (isEarly[classOf[unit] as number] as number); // Both tables cover it.
    }
  }

  /**
   * Writes the positions in `[from, to)`, at most a block, at which a pair of classes is found that a pattern may begin
   * with, to `starts`, in order.
   * @returns their number.
   */
  find(text: string, from: number, to: number): number {
    if (this.#dense > 0) this.#dense--;
    else {
      const earlies = findEarly(this.#isEarly, text, from, to);
      if (earlies <= MAX_EARLY * ((to - from) >> 1)) return findAround(this.#tables, text, { from, to, earlies });
      this.#dense = DENSE_BLOCKS;
    }
    return findEach(this.#tables, text, from, to);
  }
}

/** Writes every second position with an early unit to `early`. A match has two units at least, so one of them is seen. */
function findEarly(isEarly: Uint8Array, text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from + 1; at < to; at += 2) {
    early[count] = at;
    count += isEarly[text.charCodeAt(at)] as number; // The table covers all 65,536 units.
  }
  return count;
}

/** Tests the early positions and those before them. */
function findAround(
  { classOf, pairs }: StartTables,
  text: string,
  { from, to, earlies }: { from: number; to: number; earlies: number },
): number {
  const mask = pairs.length * 32 - 1;
  let count = 0;
  for (let i = 0; i < earlies; i++) {
    const at = early[i] as number; // `earlies` were written.
    const before = classOf[text.charCodeAt(at - 1)] as number; // The table covers all 65,536 units.
    const here = classOf[text.charCodeAt(at)] as number;
    starts[count] = at - 1;
    count += mayBegin(pairs, mask, before, here);
    starts[count] = at;
    count += mayBegin(pairs, mask, here, classAt(classOf, text, at + 1));
  }
  if (((to - from) & 1) === 0) return count;
  starts[count] = to - 1;
  return count + mayBegin(pairs, mask, classAt(classOf, text, to - 1), classAt(classOf, text, to));
}

/** Tests every position. */
function findEach({ classOf, pairs }: StartTables, text: string, from: number, to: number): number {
  const mask = pairs.length * 32 - 1;
  const last = Math.min(to, text.length - 1);
  let count = 0;
  let first = classOf[text.charCodeAt(from)] as number; // The table covers all 65,536 units.
  for (let at = from; at < last; at++) {
    const second = classOf[text.charCodeAt(at + 1)] as number;
    starts[count] = at;
    count += mayBegin(pairs, mask, first, second);
    first = second;
  }
  if (last === to) return count;
  starts[count] = last;
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

/** The class of the unit at `at`, which may be past the end of the text. */
function classAt(classOf: Uint16Array, text: string, at: number): number {
  return at < text.length ? (classOf[text.charCodeAt(at)] as number) : CLASS.none;
}

/** `PairTables.isEarly` of a trie. Linear in its cells. */
export function earlyInTrie(cells: Int32Array, classCount: number): Uint8Array {
  const isEarly = new Uint8Array(classCount).fill(1, CLASS.none + 1, FIRST_LETTER);
  for (let state = ROOT + 2; state < cells.length; state += 2) {
    const parent = cells[state + 1] as number; // States have two cells.
    const isFirst = parent === ROOT;
    // For child 0, which holds the index of the word that ends at its parent, this marks the class `none`.
    if (isFirst || (parent > 0 && cells[parent + 1] === ROOT)) isEarly[(state - childOf(cells, parent, 0)) / 2] = 1;
    if (isFirst && endsWord(cells, state)) isEarly[CLASS.none] = 1;
  }
  return isEarly;
}
