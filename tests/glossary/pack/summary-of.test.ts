import { expect, it } from 'vitest';
import { summaryOf } from '../../../glossary/pack/summary-of';

const equivalents = [
  { language: 'fr', text: 'un' },
  { language: 'de', text: 'eins' },
];

it.each([
  ['的定义', 'one', '的定义'],
  ['', 'one', 'one'],
  ['', '', 'un / eins'],
])('of the definition %j and the translation %j is %j', (short, translation, summary) => {
  expect(summaryOf({ short, translation, equivalents })).toBe(summary);
});
