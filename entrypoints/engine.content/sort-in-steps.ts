/** Sorts a long list in steps (merge sort). */
import type { StepBudget } from '../../glossary/pack/step-budget';

type Compare<T> = (a: T, b: T) => number;

/**
 * A sorted copy; equal items keep their order. In a list that is sorted already, each item is compared once. Each
 * comparison is a piece of `budget`.
 */
export function* sortingInSteps<T extends object>(
  items: readonly T[],
  compare: Compare<T>,
  budget: StepBudget,
): Generator<void, T[]> {
  let lists = items.map((item) => [item]);
  while (lists.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < lists.length; i += 2) {
      const [left = [], right = []] = lists.slice(i, i + 2);
      merged.push(yield* merging(left, right, compare, budget));
    }
    lists = merged;
  }
  return lists[0] ?? [];
}

function* merging<T extends object>(
  left: T[],
  right: T[],
  compare: Compare<T>,
  budget: StepBudget,
): Generator<void, T[]> {
  if (budget.spend()) yield;
  const [last, next] = [left.at(-1), right[0]];
  if (last === undefined || next === undefined || compare(last, next) <= 0) return left.concat(right);
  const merged: T[] = [];
  let taken = 0;
  for (const item of right) {
    for (; taken < left.length && compare(left[taken] as T, item) <= 0; taken++) {
      if (budget.spend()) yield;
      merged.push(left[taken] as T); // `taken` is below the length.
    }
    if (budget.spend()) yield;
    merged.push(item);
  }
  return merged.concat(left.slice(taken));
}
