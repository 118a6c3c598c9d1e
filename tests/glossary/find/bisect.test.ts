import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstIndex } from '../../../glossary/find/bisect';
import { amount } from '../../long-runs';

it.each<[string, (boolean | null)[], number]>([
  ['nothing', [], 0],
  ['only true', [true, true], 0],
  ['only false', [false, false, false], 3],
  ['one true at the end', [false, false, true], 2],
  ['false, then true', [false, true, true, true], 1],
  ['silent ones between', [false, null, null, true], 1],
  ['silent ones alone', [null, null], 0],
  ['a silent one before false', [null, false, true], 2],
  ['false before silent ones', [false, false, null, null], 2],
])('of %s: the first index that holds, or silent ones right before it', (_what, answers, expected) => {
  expect(firstIndex(answers.length, (index) => answers[index] as boolean | null)).toBe(expected);
});

it('finds the boundary of any order, in few questions', () => {
  const order = fc.tuple(fc.nat(300), fc.nat(300));
  fc.assert(
    fc.property(order, ([before, after]) => {
      let questions = 0;
      const holds = (index: number) => {
        questions++;
        expect(index).toBeLessThan(before + after);
        return index >= before;
      };
      expect(firstIndex(before + after, holds)).toBe(before);
      expect(questions).toBeLessThanOrEqual(Math.ceil(Math.log2(before + after + 1)));
    }),
    { numRuns: amount(200, 5000) },
  );
});
