import { expect, it } from 'vitest';
import {
  isSameRevision,
  packRank,
  prefilterLetters,
  SEGMENT_SIZE,
  segmentOf,
} from '../../../glossary/pack/finder-data';

it.each([
  [0, 0],
  [SEGMENT_SIZE - 1, 0],
  [SEGMENT_SIZE, 1],
  [3 * SEGMENT_SIZE + 5, 3],
])('entry %i is in segment %i', (entry, segment) => {
  expect(segmentOf(entry)).toBe(segment);
});

it('ranks packs by segment, the bundled one last', () => {
  const ranked = [0, SEGMENT_SIZE, 2 * SEGMENT_SIZE + 1].sort((a, b) => packRank(a) - packRank(b));
  expect(ranked).toEqual([SEGMENT_SIZE, 2 * SEGMENT_SIZE + 1, 0]);
});

it.each<[string[], string[], number, boolean]>([
  [['a'], ['a'], 0, true],
  [['a'], ['b'], 0, false],
  [['a', 'x'], ['b', 'x'], SEGMENT_SIZE, true],
  [['a', ''], ['a', ''], SEGMENT_SIZE, false],
  [['a'], ['a'], SEGMENT_SIZE, false],
  [['a'], ['a', 'x'], SEGMENT_SIZE, false],
])('revisions %j and %j are the same for entry %i: %s', (one, other, entry, isSame) => {
  expect(isSameRevision(one, other, entry)).toBe(isSame);
});

it('lists the letters of literals and guards, each once, in order', () => {
  expect(prefilterLetters({ literals: '科协 协会' })).toEqual(['科', '协', '会']);
  expect(
    prefilterLetters({
      literals: '科',
      guards: [
        ['学会', '了', '协', '科'],
        ['史', '', null, '中'],
      ],
    }),
  ).toEqual(['科', '学', '会', '了', '协', '史', '中']);
});
