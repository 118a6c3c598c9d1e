/**
 * Finds the positions of a text where a match may begin. Branch-free, because a
 * mispredicted branch costs the processor more than the work it saves.
 */
import { endsWord, ROOT } from './double-array';
import { CLASS, FIRST_LETTER } from './letter-classes';
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
  /** The trie over the patterns, by class (`double-array.ts`). */
  cells: Int32Array;
}

/** The start filter of one pack. Remembers how dense the last texts were; that changes cost, never results. */
export class StartFilter {
  readonly #tables: StartTables;
  readonly #isEarly: Uint8Array;
  /** Blocks still to be tested position by position. */
  #dense = 0;

  constructor(tables: StartTables) {
    this.#tables = tables;
    this.#isEarly = earlyUnits(tables);
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

/**
 * By unit, 1 if it may be the first or second unit of a match. Skipped units may be, since they may interrupt a match;
 * every unit may be the second where a pattern has one letter only.
 */
function earlyUnits({ classOf, cells }: StartTables): Uint8Array {
  const isEarlyClass = new Uint8Array(0x10000);
  isEarlyClass.fill(1, CLASS.none + 1, FIRST_LETTER);
  for (let place = (ROOT >> 1) + 1; place < cells.length / 2; place++) {
    const parent = cells[2 * place + 1] ?? 0;
    const isFirst = parent === ROOT;
    if (!isFirst && (parent <= 0 || cells[parent + 1] !== ROOT)) continue;
    const cls = place - ((cells[parent] ?? 0) >> 1);
    // Child 0 is not a letter: it holds the index of the word that ends at its parent.
    if (cls === CLASS.none) continue;
    isEarlyClass[cls] = 1;
    if (isFirst && endsWord(cells, 2 * place)) isEarlyClass.fill(1);
  }
  const isEarly = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) isEarly[unit] = isEarlyClass[classOf[unit] as number] as number; // Both cover it.
  return isEarly;
}
