import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Hit, HitIndex } from '../../../glossary/find/hits';
import { NEAR_UNITS } from '../../../glossary/pack/finder-data';
import { finish, StepBudget } from '../../../glossary/pack/step-budget';

/** Hits of three cues in the order of a scan: by start, and those of one cue also by end. */
const hits = fc
  .array(fc.record({ pattern: fc.nat(2), step: fc.nat(40), length: fc.integer({ min: 1, max: 6 }) }), { maxLength: 30 })
  .map((items) => {
    const list: Hit[] = [];
    let start = 0;
    for (const { pattern, step, length } of items) {
      start += step;
      const last = list.findLast((hit) => hit.pattern === pattern);
      if (last && last.start === start) continue;
      list.push({ pattern, start, end: Math.max(start + length, last ? last.end + 1 : 0) });
    }
    return list;
  });
const span = fc.record({ start: fc.nat(400), length: fc.integer({ min: 1, max: 30 }) }).map(({ start, length }) => ({
  start,
  end: start + length,
}));

const isInside = (hit: Hit, { start, end }: { start: number; end: number }) => start <= hit.start && hit.end <= end;

function indexOf(list: readonly Hit[]): HitIndex {
  return finish(HitIndex.of(list, new StepBudget(1)));
}

describe('hits by pattern', () => {
  test('the nearest cue is that of a full search', () => {
    fc.assert(
      fc.property(hits, span, fc.func(fc.boolean()), (list, around, isRefused) => {
        const gaps = [0, 1].map((cue) =>
          Math.min(
            ...list
              .filter((hit) => hit.pattern === cue && !isInside(hit, around) && !isRefused(hit))
              .map((hit) => Math.max(hit.start - around.end, around.start - hit.end)),
          ),
        );
        const least = Math.min(...gaps);
        const expected = least > NEAR_UNITS ? null : gaps.indexOf(least);
        expect(indexOf(list).nearest([0, 1], around, isRefused)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  test('a cue is outside a span if any of its hits is', () => {
    fc.assert(
      fc.property(hits, span, (list, around) => {
        const expected = list.some((hit) => hit.pattern === 2 && !isInside(hit, around));
        expect(indexOf(list).hasOutside(2, around)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
