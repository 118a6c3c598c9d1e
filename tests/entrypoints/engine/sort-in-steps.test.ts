import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortingInSteps } from '../../../entrypoints/engine.content/sort-in-steps';
import { finish, StepBudget } from '../../../glossary/pack/step-budget';

interface Item {
  key: number;
  place: number;
}
const byKey = (a: Item, b: Item) => a.key - b.key;
const itemsOf = (keys: readonly number[]): Item[] => keys.map((key, place) => ({ key, place }));

describe('sorting in steps', () => {
  test('sorts like a stable sort in one step', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 9 }), (keys, pieces) => {
        const items = itemsOf(keys);
        expect(finish(sortingInSteps(items, byKey, new StepBudget(pieces)))).toEqual([...items].sort(byKey));
        expect(items).toEqual(itemsOf(keys));
      }),
    );
  });

  test('compares no more than a step’s pieces in a step', () => {
    let compared = 0;
    const counted = (a: Item, b: Item) => {
      compared++;
      return byKey(a, b);
    };
    const keys = Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 10_007);
    const sorting = sortingInSteps(itemsOf(keys), counted, new StepBudget(100));
    let steps = 0;
    for (let isDone = false; !isDone; steps++) {
      const before = compared;
      isDone = sorting.next().done === true;
      expect(compared - before).toBeLessThanOrEqual(200);
    }
    expect(steps).toBeGreaterThan(100);
  });

  test('compares each item of a sorted list once', () => {
    let compared = 0;
    const counted = (a: Item, b: Item) => {
      compared++;
      return byKey(a, b);
    };
    finish(sortingInSteps(itemsOf(Array.from({ length: 1000 }, (_, i) => i)), counted, new StepBudget(100)));
    expect(compared).toBe(999);
  });
});
