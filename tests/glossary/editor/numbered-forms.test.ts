import { describe, expect, test } from 'vitest';
import { expandNumbered } from '../../../glossary/editor/numbered-forms';

const texts = (text: string, numbered: number, written: string[] = []) =>
  expandNumbered({ text, numbered }, new Set(written)).map((form) => form.text);

describe('a numbered form', () => {
  test.each([
    [1, '第一次会议'],
    [9, '第九次会议'],
    [10, '第十次会议'],
    [11, '第十一次会议'],
    [20, '第二十次会议'],
    [31, '第三十一次会议'],
    [99, '第九十九次会议'],
  ])('has a form for %i: %s', (number, text) => {
    expect(texts('第…次会议', 99)[number - 1]).toBe(text);
  });

  test('has the stated number of forms, each once', () => {
    expect(new Set(texts('第…次会议', 99)).size).toBe(99);
  });

  test('omits a number that another form spells out', () => {
    expect(texts('第…次会议', 3, ['第二次会议'])).toEqual(['第一次会议', '第三次会议']);
  });

  test('keeps its rules', () => {
    const form = { text: '第…次', numbered: 2, notAfter: ['学会'] };
    expect(expandNumbered(form, new Set())).toEqual([
      { text: '第一次', notAfter: ['学会'] },
      { text: '第二次', notAfter: ['学会'] },
    ]);
  });
});

test('a form without a number is unchanged', () => {
  expect(expandNumbered({ text: '省略…号' }, new Set())).toEqual([{ text: '省略…号' }]);
});
