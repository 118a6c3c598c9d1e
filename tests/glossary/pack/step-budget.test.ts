import { expect, it } from 'vitest';
import { finish, StepBudget } from '../../../glossary/pack/step-budget';

function* stepsOf(count: number): Generator<void, string> {
  for (let i = 0; i < count; i++) yield;
  return `${count} steps`;
}

it.each([0, 1, 3])('finishes %i steps at once, with their result', (count) => {
  expect(finish(stepsOf(count))).toBe(`${count} steps`);
});

it.each<[string, number, (number | undefined)[], boolean[]]>([
  ['one by one', 3, [undefined, undefined, undefined], [false, false, true]],
  ['again after the end of a step', 2, [1, 1, 1, 1], [false, true, false, true]],
  ['several at once, up to the end', 5, [4, 1], [false, true]],
  ['more than are left, which are not owed', 5, [4, 9, 4, 1], [false, true, false, true]],
  ['none', 1, [0, 1], [false, true]],
])('pieces are spent %s', (_how, pieces, spent, isOver) => {
  const budget = new StepBudget(pieces);
  expect(spent.map((each) => budget.spend(each))).toEqual(isOver);
});
