import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseTerm, type Direction } from '../../../entrypoints/engine.content/keys/choose-term';

/** @param begin first index beyond the reader's place; `-` in `shown` stands for a term that is not rendered. */
function choose(shown: string, at: number, direction: Direction, begin = 0): number {
  return chooseTerm(
    { count: shown.length, at, direction },
    (i) => i >= begin,
    (i) => shown[i] !== '-',
  );
}

describe('the next term', () => {
  it.each<[string, [string, number, Direction, number?], number]>([
    ['none where there is none', ['', -1, 1], -1],
    ['none where none is rendered', ['---', -1, 1], -1],
    ['the first after the reader’s place', ['aaaa', -1, 1, 2], 2],
    ['the last before the reader’s place', ['aaaa', -1, -1, 2], 1],
    ['none at the end', ['aaa', 2, 1], -1],
    ['none at the beginning', ['aaa', 0, -1], -1],
    ['none, where all lie before the reader', ['aaa', -1, 1, 3], -1],
    ['none, where all lie after the reader', ['aaa', -1, -1, 0], -1],
    ['over one that is not rendered', ['a-a', 0, 1], 2],
    ['none, where the rest is not rendered', ['-a-', 1, 1], -1],
  ])('is %s', (_name, [shown, at, direction, begin], expected) => {
    expect(choose(shown, at, direction, begin)).toBe(expected);
  });

  it('is each rendered term once, in order', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-]{1,12}$/), fc.constantFrom<Direction[]>(1, -1), (shown, direction) => {
        const all = [...shown].flatMap((c, i) => (c === 'a' ? [i] : []));
        const seen: number[] = [];
        const begin = direction === 1 ? 0 : shown.length;
        for (let at = choose(shown, -1, direction, begin); at >= 0; at = choose(shown, at, direction)) seen.push(at);
        expect(seen).toEqual(direction === 1 ? all : all.reverse());
      }),
    );
  });
});
