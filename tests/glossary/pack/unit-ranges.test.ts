import { expect, it } from 'vitest';
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../../../glossary/pack/characters';
import { COMPATIBLE, forCompatibleSpellings, SKIPPED_RANGES, unitsIn } from '../../../glossary/pack/unit-ranges';

it.each([
  ['', '', ''],
  ['ac', '', 'abc'],
  ['aac', '', 'a'],
  ['acxx', '\n', 'a\nb\nc\nx\n'],
])('the units in %j, with %j behind each: %j', (ranges, after, units) => {
  expect(unitsIn(ranges, after)).toBe(units);
});

it('the skipped ranges contain every unit that the finder skips, and no letter', () => {
  const skipped = unitsIn(SKIPPED_RANGES);
  for (const unit of IGNORABLE + SPACE + LINE_BREAK + QUOTE_PAIRS)
    expect(skipped, JSON.stringify(unit)).toContain(unit);
  for (const unit of 'azAZ09中国，。ａ') expect(skipped).not.toContain(unit);
});

it('units that Unicode maps to another letter are found, with that letter in lower case', () => {
  const spellings = new Map<string, string>();
  forCompatibleSpellings((unit, letter) => spellings.set(String.fromCharCode(unit), letter));
  const rows = ['⼈人', '①1', 'ⓐa', 'ℂc', '㈠', '﫛', '豈豈', '²2'];
  for (const [unit = '', letter] of rows.map((row) => [...row])) {
    if (letter !== undefined && COMPATIBLE.test(unit)) expect(spellings.get(unit)).toBe(letter.normalize('NFKC'));
  }
  expect(spellings.get('⼈')).toBe('人');
  expect(spellings.get('①')).toBe('1');
  expect(spellings.get('ℂ')).toBe('c');
  // Several letters are no letter.
  expect(spellings.has('㈠')).toBe(false);
  expect('人 a 1').not.toMatch(COMPATIBLE);
  expect([...spellings.keys()].every((unit) => COMPATIBLE.test(unit))).toBe(true);
});
