/** Owns the pairs of letters that patterns begin with, and the bits that tell whether a pair is one of them. */
import { CLASS } from './classes';

const SKIPPED = [CLASS.ignorable, CLASS.space, CLASS.lineBreak, CLASS.quote];

/** Spreads the pairs over the bits: pairs of frequent letters, which have low classes, seldom share one. */
export const PAIR_FACTOR = 0x9e5;
/** At 20 bits a pair, fewer than 5 in 100 pairs pass by chance. */
const BITS_PER_PAIR = 20;
const MIN_PAIR_BITS = 1 << 12;
/** Half a megabyte. Beyond, memory would cost more time than the pairs that pass by chance. */
const MAX_PAIR_BITS = 1 << 22;

/** @param words patterns by class. */
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

/** The pairs a match may begin with: a pattern may be interrupted, and one of a single letter is followed by anything. */
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
