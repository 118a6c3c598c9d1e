/** Compiles the pair bits: a small hash set of the first two letters of all patterns. */
import { CLASS } from './letter-classes';

const SKIPPED = [CLASS.ignorable, CLASS.space, CLASS.lineBreak, CLASS.quote];

/** Multiplier of the hash: pairs of frequent letters, which have low classes, seldom collide. */
export const PAIR_FACTOR = 0x9e5;
/** With 20 bits for each pair, fewer than 5 in 100 other pairs pass by chance. */
const BITS_PER_PAIR = 20;
const MIN_PAIR_BITS = 1 << 12;
/** Half a megabyte. Larger tables cost more in cache misses than the pairs that pass by chance. */
const MAX_PAIR_BITS = 1 << 22;

/**
 * The set as a bit table of 2^n bits: the bit of a pair (a, b) is `(a * PAIR_FACTOR ^ b)` modulo that.
 * @param words patterns as strings of classes.
 */
export function pairBits(words: readonly string[], classCount: number): Uint32Array {
  const pairs = pairsOf(words, classCount);
  const wanted = Math.min(MAX_PAIR_BITS, Math.max(MIN_PAIR_BITS, pairs.size * BITS_PER_PAIR));
  const count = 2 ** Math.ceil(Math.log2(wanted));
  const bits = new Uint32Array(count / 32);
  for (const pair of pairs) {
    const hash = (Math.imul(pair >>> 16, PAIR_FACTOR) ^ (pair & 0xffff)) & (count - 1);
    bits[hash >>> 5] = (bits[hash >>> 5] ?? 0) | (1 << (hash & 31));
  }
  return bits;
}

/** The pairs a match may begin with. Skipped units may follow a first letter, and anything a pattern of one letter. */
function pairsOf(words: readonly string[], classCount: number): Set<number> {
  const pairs = new Set<number>();
  const add = (first: number, second: number) => pairs.add(first * 0x10000 + second);
  const firsts = new Set<number>();
  const singles = new Set<number>();
  for (const word of words) {
    const first = word.charCodeAt(0);
    if (word.length === 1) singles.add(first);
    else if (word.length > 1) {
      firsts.add(first);
      add(first, word.charCodeAt(1));
    }
  }
  for (const first of firsts) for (const cls of SKIPPED) add(first, cls);
  for (const first of singles) for (let cls = 0; cls < classCount; cls++) add(first, cls);
  return pairs;
}
