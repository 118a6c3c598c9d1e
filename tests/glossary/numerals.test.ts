import { describe, expect, test } from 'vitest';
import { otherNumbers, withDigits } from '../../glossary/numerals';

describe('numerals as digits', () => {
  const table: [form: string, digits: string | null][] = [
    ['', null],
    ['科协', null],
    ['十九', '19'],
    ['三十', '30'],
    ['一百二十', '120'],
    ['一百零五', '105'],
    ['一百〇五', '105'],
    ['二百', '200'],
    ['三十次', '30次'],
    ['第十九次', '第19次'],
    ['第三次', '第3次'],
    ['科协十大', '科协10大'],
    ['十四五规划', null],
    ['二〇二一年', '2021年'],
    ['一流', null],
    ['四史', null],
    ['五大任务', null],
    ['建党百年', null],
    ['三四十', null],
    ['一千三百', null],
    ['三万', null],
    ['19次', null],
  ];
  test.each(table)('%j as %j', (form, digits) => {
    expect(withDigits(form)).toBe(digits);
  });
});

describe('queries with numbers written differently', () => {
  test.each<[query: string, meant: string[]]>([
    ['', []],
    ['科协', []],
    ['三加一', ['3+1']],
    ['三＋一', ['3+1']],
    ['三 + 一', ['3 + 1']],
    ['一百五十七字', ['157字']],
    ['两百字', ['200字']],
    ['五十年', ['50年']],
    ['二〇二一年', ['2021年']],
    ['第十八次', ['第18次']],
    ['4史', ['四史']],
    ['three plus one', ['3+1']],
    ['fifty years', ['50 years']],
    ['one hundred and fifty-seven', ['157']],
    ['someone', []],
    ['加强', []],
  ])('%j: %j', (query, meant) => {
    const found = otherNumbers(query);
    for (const item of meant) expect(found).toContain(item);
    if (meant.length === 0) expect(found).toEqual([]);
  });
});
