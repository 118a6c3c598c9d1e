import { describe, expect, it } from 'vitest';
import { CLASS, FIRST_LETTER } from '../../../glossary/find/letter-classes';
import { PAIR_FACTOR, pairTables } from '../../../glossary/find/pairs';

/** Whether a pair passes, as the scan asks. */
function passes(bits: Uint32Array, first: number, second: number): boolean {
  const hash = (Math.imul(first, PAIR_FACTOR) ^ second) & (bits.length * 32 - 1);
  return (((bits[hash >>> 5] ?? 0) >>> (hash & 31)) & 1) === 1;
}

const SKIPPED = [CLASS.ignorable, CLASS.space, CLASS.lineBreak, CLASS.quote];
/** Classes of letters. */
const [a, b, c, d] = [0, 1, 2, 3].map((i) => FIRST_LETTER + i) as [number, number, number, number];
const word = (...classes: number[]) => String.fromCharCode(...classes);
const CLASSES = FIRST_LETTER + 4;
/** Each class of its own unit. */
const classOf = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
const pairBits = (words: readonly string[], classCount: number) => pairTables(words, classOf, classCount).pairs;

describe('the pair bits', () => {
  const bits = pairBits([word(a, b, c), word(c), word()], CLASSES);

  it.each([
    ['the first two letters of a pattern', [[a, b]], true],
    ['a first letter and what is skipped', SKIPPED.map((skipped) => [a, skipped]), true],
    ['a pattern of one letter and anything', Array.from({ length: CLASSES }, (_, second) => [c, second]), true],
    [
      'other letters',
      [
        [a, c],
        [a, d],
        [b, c],
        [b, a],
        [d, a],
      ],
      false,
    ],
    ['a letter inside a pattern and what is skipped', SKIPPED.map((skipped) => [b, skipped]), false],
  ])('of %s are set: %s', (_what, pairs, expected) => {
    for (const [first = 0, second = 0] of pairs)
      expect(passes(bits, first, second), `${first} ${second}`).toBe(expected);
  });

  /** Patterns of two letters, each once. */
  const words = (count: number) =>
    Array.from({ length: count }, (_, i) => word(FIRST_LETTER + (i % 200), FIRST_LETTER + Math.floor(i / 200)));

  it.each([
    ['few', 1, 2 ** 12],
    // 1,000 pairs, and 800 with what is skipped, at 20 bits each.
    ['a thousand', 1000, 2 ** 16],
  ])('are a table of a power of two for %s patterns, within bounds', (_what, count, size) => {
    expect(pairBits(words(count), CLASSES).length * 32).toBe(size);
  });

  it('are no larger for patterns of one letter among very many letters', () => {
    const single = Array.from({ length: 5 }, (_, i) => word(FIRST_LETTER + i));
    expect(pairBits(single, 60_000).length * 32).toBe(2 ** 22);
  });

  it('let few other pairs pass', () => {
    const many = pairBits(words(2000), CLASSES);
    let passed = 0;
    for (let first = 0; first < 200; first++)
      for (let second = 10; second < 110; second++) {
        if (passes(many, FIRST_LETTER + first, FIRST_LETTER + second)) passed++;
      }
    expect(passed / 20_000).toBeLessThan(0.07);
  });
});
