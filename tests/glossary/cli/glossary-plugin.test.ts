import bundled from 'virtual:pangzhu/finder';
import { expect, test } from 'vitest';
import { compiledGlossary } from '../../../glossary/cli/read-glossary';

test("the finder's module has the compiled data, its pairs of letters in another order", () => {
  const { finder } = compiledGlossary();
  const pairsOf = (variants: string) => (variants.match(/../gs) ?? []).sort();
  expect(pairsOf(bundled.variants)).toEqual(pairsOf(finder.variants));
  expect({ ...bundled, variants: '' }).toEqual({ ...finder, variants: '' });
});
