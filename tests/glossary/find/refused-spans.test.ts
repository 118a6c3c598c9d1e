import { describe, expect, it } from 'vitest';
import { RefusedSpans } from '../../../glossary/find/refused-spans';

type Ends = [start: number, end: number];

/** Spans of entry 7, of which one encloses a span or none does. */
describe.each<[string, Ends[], [Ends, boolean][]]>([
  ['no span', [], [[[0, 1], false]]],
  [
    'one span',
    [[4, 8]],
    [
      [[4, 8], true],
      [[5, 7], true],
      [[4, 5], true],
      [[7, 8], true],
      [[3, 8], false],
      [[4, 9], false],
      [[0, 4], false],
      [[8, 9], false],
    ],
  ],
  [
    'a long span, then a short one in it',
    [
      [0, 20],
      [5, 7],
    ],
    [
      [[5, 7], true],
      [[6, 20], true],
      [[6, 21], false],
    ],
  ],
  [
    'spans apart',
    [
      [0, 2],
      [10, 12],
    ],
    [
      [[0, 2], true],
      [[10, 11], true],
      [[2, 10], false],
      [[1, 11], false],
    ],
  ],
])('of %s', (_what, spans, rows) => {
  it.each(rows)('%j is enclosed: %s', ([start, end], isEnclosed) => {
    const refused = new RefusedSpans();
    for (const [from, to] of spans) refused.add(7, { start: from, end: to });
    expect(refused.enclose(7, { start, end })).toBe(isEnclosed);
    expect(refused.isEmpty).toBe(spans.length === 0);
    // Another entry's form may match there.
    expect(refused.enclose(8, { start, end })).toBe(false);
  });
});
