import { describe, expect, it } from 'vitest';
import { comparePaths, roundFrom } from '../../../entrypoints/background/frame-order';

describe('the frames of a walk', () => {
  it('are in document order, a frame before those inside it', () => {
    const sorted: number[][] = [[], [0], [0, 0], [0, 1, 5], [1], [1, 0], [2], [10]];
    expect([...sorted].reverse().sort(comparePaths)).toEqual(sorted);
  });

  it.each<[string, [string, number, 1 | -1], string]>([
    ['none of none', ['', -1, 1], ''],
    ['all, from the first', ['abc', -1, 1], 'abc'],
    ['all, from the last', ['abc', -1, -1], 'cba'],
    ['on and round to where it was', ['abcd', 1, 1], 'cdab'],
    ['back and round to where it was', ['abcd', 1, -1], 'adcb'],
    ['round at the end', ['abc', 2, 1], 'abc'],
    ['round at the beginning', ['abc', 0, -1], 'cba'],
    ['the only one', ['a', 0, 1], 'a'],
  ])('are %s', (_name, [frames, at, direction], expected) => {
    expect(roundFrom([...frames], at, direction).join('')).toBe(expected);
  });
});
