import { expect, it } from 'vitest';
import { isDate } from '../../../glossary/pack/iso-date';

it.each([
  ['2021', true],
  ['2021-06', true],
  ['2021-06-11', true],
  ['2020-02-29', true],
  ['2021-12-31', true],
  ['2021-02-29', false],
  ['2021-02-30', false],
  ['2021-04-31', false],
  ['2021-13', false],
  ['2021-00', false],
  ['2021-06-00', false],
  ['2021-06-11-01', false],
  ['2021-6', false],
  ['21-06', false],
  ['20210611', false],
  ['x2021', false],
  ['2021x', false],
  ['2021-', false],
  ['2021-0', false],
  // Years that ISO writes with a sign.
  ['-000001-01-01', false],
  ['+012021-06-11', false],
  ['', false],
])('%j exists in the calendar: %s', (date, exists) => {
  expect(isDate(date)).toBe(exists);
});
