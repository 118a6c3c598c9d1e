import { describe, expect, it } from 'vitest';
import { isoDay, spanOf } from '../../../glossary/book/dates';

const daysOf = (from: string, to: string | null) => {
  const { start, end } = spanOf(from, to);
  return [isoDay(start), isoDay(end - 1)];
};

describe('spanOf', () => {
  it.each([
    ['a day', '2021-06-16', null, '2021-06-16', '2021-06-16'],
    ['a month', '2021-06', null, '2021-06-01', '2021-06-30'],
    ['February of a leap year', '2020-02', null, '2020-02-01', '2020-02-29'],
    ['December', '2020-12', null, '2020-12-01', '2020-12-31'],
    ['a year', '1921', null, '1921-01-01', '1921-12-31'],
    ['days of one month', '2021-05-28', '2021-05-30', '2021-05-28', '2021-05-30'],
    ['years', '2016', '2020', '2016-01-01', '2020-12-31'],
    ['a year before the year 100', '0078', null, '0078-01-01', '0078-12-31'],
    ['the last day of a year', '2019-12-31', null, '2019-12-31', '2019-12-31'],
  ])('covers %s from its first to its last day', (_name, from, to, first, last) => {
    expect(daysOf(from, to)).toEqual([first, last]);
  });
});
