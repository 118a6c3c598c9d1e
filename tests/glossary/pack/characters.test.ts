import { describe, expect, it } from 'vitest';
import {
  closesQuote,
  isHan,
  isLatinOrDigit,
  isParted,
  LINE_BREAK,
  lettersOf,
  opensQuote,
} from '../../../glossary/pack/characters';

const SPACED = { hasLineFeed: false, hasBreak: false };
const unit = (text: string) => text.charCodeAt(0);

it.each([
  ['“', true, false],
  ['”', false, true],
  ['「', true, false],
  ['」', false, true],
  ['‘', true, false],
  ['〟', false, true],
  ['"', true, true],
  ["'", true, true],
  ['＇', true, true],
  ['', false, false],
  ['a', false, false],
  ['“”', false, false],
])('%s opens a quotation: %s, and closes one: %s', (mark, opens, closes) => {
  expect([opensQuote(mark), closesQuote(mark)]).toEqual([opens, closes]);
});

// First and last units of each range, and their neighbours.
it.each([
  ['09AZazÀÖØöøɏ\u0300\u036fḀỿ０９ＡＺａｚ', true],
  ['/:@[`{¿×÷ɐ\u02ff\u0370\u1dff\u1f00／：＠［｀｛\uff00\uff5f\uffa0\uffe0中 ', false],
])('each of %s is of a Latin word or number: %s', (units, expected) => {
  for (const each of units) expect(isLatinOrDigit(unit(each)), each).toBe(expected);
});

it.each([
  ['\u4e00\u9fff\u3400\u4dbf\uf900\ufaff\ud840\udfff\u3005\u3007', true],
  ['\u4dff\ua000\u33ff\u4dc0\uf8ff\ufb00\ud83f\ue000\u3004\u3008a', false],
])('each of %j is of a Chinese character: %s', (units, expected) => {
  for (const each of units.split('')) expect(isHan(unit(each)), each).toBe(expected);
});

describe('white space between two units', () => {
  it.each([
    ['a', 'b', SPACED, true],
    ['1', 'b', { hasLineFeed: true, hasBreak: false }, true],
    ['a', '1', { hasLineFeed: true, hasBreak: false }, true],
    ['1', '2', SPACED, true],
    ['1', '2', { hasLineFeed: true, hasBreak: false }, false],
    ['1', '2', { hasLineFeed: true, hasBreak: true }, true],
    ['０', '９', { hasLineFeed: true, hasBreak: false }, false],
    ['9', '0', { hasLineFeed: true, hasBreak: false }, false],
    ['1', '／', { hasLineFeed: true, hasBreak: false }, false],
    ['中', 'b', SPACED, false],
    ['a', '中', SPACED, false],
  ])('between %s and %s, with %o, separates words: %s', (before, after, gap, expected) => {
    expect(isParted(unit(before), unit(after), gap)).toBe(expected);
  });

  // What is no digit: the neighbours of both ranges among Latin units.
  it.each(['A', 'Ａ', 'a'])('separates a number from %s across a line feed', (letter) => {
    expect(isParted(unit('1'), unit(letter), { hasLineFeed: true, hasBreak: false })).toBe(true);
  });
});

it.each<[string, [string, number][]]>([
  ['', []],
  [' \n', []],
  [' 中 ', [['中', 1]]],
  [
    '中 国',
    [
      ['中', 0],
      ['国', 2],
    ],
  ],
  [
    '“3+1” 试点',
    [
      ['3', 1],
      ['+', 2],
      ['1', 3],
      ['试', 6],
      ['点', 7],
    ],
  ],
  [
    'a  b',
    [
      ['a', 0],
      [' ', 2],
      ['b', 3],
    ],
  ],
  [
    'a\u200bb',
    [
      ['a', 0],
      ['b', 2],
    ],
  ],
  [
    '1\n2',
    [
      ['1', 0],
      ['2', 2],
    ],
  ],
  [
    'a\nb',
    [
      ['a', 0],
      [' ', 1],
      ['b', 2],
    ],
  ],
  [
    `1\n${LINE_BREAK}2`,
    [
      ['1', 0],
      [' ', 2],
      ['2', 3],
    ],
  ],
  [
    `1${LINE_BREAK}2`,
    [
      ['1', 0],
      [' ', 1],
      ['2', 2],
    ],
  ],
  [
    '1 2\n3',
    [
      ['1', 0],
      [' ', 1],
      ['2', 2],
      ['3', 4],
    ],
  ],
])('%j has the letters %j', (text, expected) => {
  expect(lettersOf(text).map(({ unit: letter, at }) => [letter, at])).toEqual(expected);
});
