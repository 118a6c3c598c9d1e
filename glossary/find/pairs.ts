/** Compiles the pair bits: a small hash set of the first two letters of all patterns. */
import { CLASS, FIRST_LETTER } from './letter-classes';

/** Multiplier of the hash: pairs of frequent letters, which have low classes, seldom collide. */
export const PAIR_FACTOR = 0x9e5;
/** With 20 bits for each pair, fewer than 5 in 100 other pairs pass by chance. */
const BITS_PER_PAIR = 20;
const MIN_PAIR_BITS = 1 << 12;
/** Half a megabyte. Larger tables cost more in cache misses than the pairs that pass by chance. */
const MAX_PAIR_BITS = 1 << 22;

/** What the patterns begin with. */
export interface PairTables {
  /** The set as a bit table of 2^n bits: the bit of a pair (a, b) is `(a * PAIR_FACTOR ^ b)` modulo that. */
  pairs: Uint32Array;
  /**
   * By class, 1 if it may be that of the first or second unit of a match. Skipped units may be, since they may interrupt a
   * match. For the class `none` it is 1 if any unit may be the second: a pattern has one letter only.
   */
  isEarly: Uint8Array;
}

/** The pairs of letters that the patterns begin with. Linear in their number. @param classOf by unit; below `classCount`. */
export function pairTables(patterns: readonly string[], classOf: Uint16Array, classCount: number): PairTables {
  const pairs = new Set<number>();
  const firsts = new Set<number>();
  for (const pattern of patterns) {
    if (pattern === '') continue;
    const first = classOf[pattern.charCodeAt(0)] as number; // The table covers all units.
    firsts.add(first);
    if (pattern.length > 1)
      pairs.add(first * 0x10000 + (classOf[pattern.charCodeAt(1)] as number)); // As above.
    // Anything may follow a pattern of one letter.
    else for (let cls = 0; cls < classCount; cls++) pairs.add(first * 0x10000 + cls);
  }
  // Skipped units may follow a first letter.
  for (const first of firsts)
    for (let cls = CLASS.none + 1; cls < FIRST_LETTER; cls++) pairs.add(first * 0x10000 + cls);
  const wanted = Math.min(MAX_PAIR_BITS, Math.max(MIN_PAIR_BITS, pairs.size * BITS_PER_PAIR));
  const count = 2 ** Math.ceil(Math.log2(wanted));
  const bits = new Uint32Array(count / 32);
  const isEarly = new Uint8Array(classCount);
  for (const pair of pairs) {
    const first = pair >>> 16;
    const second = pair & 0xffff;
    const hash = (Math.imul(first, PAIR_FACTOR) ^ second) & (count - 1);
    bits[hash >>> 5] = (bits[hash >>> 5] as number) | (1 << (hash & 31)); // The table has `count` bits.
    isEarly[first] = 1;
    isEarly[second] = 1;
  }
  return { pairs: bits, isEarly };
}
