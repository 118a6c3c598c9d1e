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
    ['round at the end', ['aaa', 2, 1], 0],
    ['round at the beginning', ['aaa', 0, -1], 2],
    ['the first, where all lie before the reader', ['aaa', -1, 1, 3], 0],
    ['the last, where all lie after the reader', ['aaa', -1, -1, 0], 2],
    ['over one that is not rendered', ['a-a', 0, 1], 2],
    ['itself, where no other is rendered', ['-a-', 1, 1], 1],
  ])('is %s', (_name, [shown, at, direction, begin], expected) => {
    expect(choose(shown, at, direction, begin)).toBe(expected);
  });

  it('comes by every rendered term once, going round', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-]{1,12}$/), fc.constantFrom<Direction[]>(1, -1), (shown, direction) => {
        const all = [...shown].flatMap((c, i) => (c === 'a' ? [i] : []));
        const seen: number[] = [];
        let at = -1;
        for (let i = 0; i < all.length; i++) {
          at = choose(shown, at, direction);
          seen.push(at);
        }
        expect(seen.sort((a, b) => a - b)).toEqual(all);
      }),
    );
  });
});
