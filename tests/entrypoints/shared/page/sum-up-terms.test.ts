import { describe, expect, it } from 'vitest';
import { placeOf, sumUp } from '../../../../entrypoints/shared/page/sum-up-terms';
import { library } from '../../../library';

const { revisions } = library;
const frame = (name: string, terms: { entry: number; count: number }[], of = revisions) => ({
  frame: name,
  isOn: true,
  isHidden: false,
  revisions: of,
  terms,
});
const ids = (frames: Parameters<typeof sumUp>[0]) =>
  sumUp(frames, library).map(({ entry, count }) => [entry.id, count]);
const idOf = (index: number) => library.entries[index]?.id;

describe('sumUp', () => {
  it.each<[string, Parameters<typeof sumUp>[0], (string | number | undefined)[][]]>([
    ['no frame', [], []],
    ['a frame without terms', [frame('a', [])], []],
    [
      'one frame, in its order',
      [
        frame('a', [
          { entry: 3, count: 1 },
          { entry: 1, count: 2 },
        ]),
      ],
      [
        [idOf(3), 1],
        [idOf(1), 2],
      ],
    ],
    [
      'two frames, added up',
      [frame('a', [{ entry: 3, count: 1 }]), frame('b', [{ entry: 3, count: 4 }])],
      [[idOf(3), 5]],
    ],
    ['a frame of another revision, left out', [frame('a', [{ entry: 3, count: 1 }], ['0'.repeat(16)])], []],
    ['an entry that is not there, left out', [frame('a', [{ entry: 999_999, count: 1 }])], []],
  ])('sums up %s', (_name, frames, expected) => {
    expect(ids(frames)).toEqual(expected);
  });
});

describe('placeOf', () => {
  const frames = [
    frame('a', [{ entry: 3, count: 2 }]),
    frame('b', [{ entry: 1, count: 5 }]),
    frame('c', [{ entry: 3, count: 1 }]),
  ];
  it.each([
    [0, { frame: 'a', nth: 0 }],
    [1, { frame: 'a', nth: 1 }],
    [2, { frame: 'c', nth: 0 }],
    [3, null],
  ])('tells the frame of mention %i of the tab, and which it is there', (nth, expected) => {
    expect(placeOf(frames, { entry: 3, nth })).toEqual(expected);
  });
});
