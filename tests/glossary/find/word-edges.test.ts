import { afterEach, describe, expect, test, vi } from 'vitest';
import { isCrossedByWord, isCutByWord } from '../../../glossary/find/word-edges';
import { APART, CROSSED, CUT, DIFFERENT, placeOf, UNCUT, WORDING_CUT, WORDING_UNCUT } from './word-edge-rows';

const isCrossed = (row: string) => {
  const { text, start, end } = placeOf(row);
  return isCrossedByWord(text, { start, end });
};

afterEach(() => vi.restoreAllMocks());

describe('words of the text at the edges of a form', () => {
  test.each(APART)('%s: end where the form begins', (row) => {
    expect(isCrossed(row)).toBe(false);
  });

  test.each(CROSSED)('%s: one crosses', (row) => {
    expect(isCrossed(row)).toBe(true);
  });

  test.each(DIFFERENT)('%s: as in Chromium', (row, inChromium) => {
    expect(isCrossed(row)).toBe(inChromium);
  });

  test.each([
    ['Latin letters', 'the 【CAST】 of'],
    ['digits', '20【21】年'],
    ['kana', 'の【学会】は'],
    ['the whole text', '【学科协作】'],
  ])('%s are no words', (_name, row) => {
    expect(isCrossed(row)).toBe(false);
  });

  test('reads no further than a few letters, however long the text', () => {
    const text = `${'天文'.repeat(100_000)}内科普通班${'天文'.repeat(100_000)}`;
    const start = text.indexOf('科普');
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    expect(isCrossedByWord(text, { start, end: start + 2 })).toBe(true);
    expect(segment).toHaveBeenCalled();
    for (const [read] of segment.mock.calls) expect(read.length).toBeLessThan(50);
  });
});

describe('words of the text that cut a cue', () => {
  const isCut = (row: string, isWording: boolean) => isCutByWord(placeOf(row).text, placeOf(row), isWording);

  test.each(CUT)('%s: one has a part of it', (row) => {
    expect(isCut(row, false)).toBe(true);
  });

  test.each(UNCUT)('%s: none does', (row) => {
    expect(isCut(row, false)).toBe(false);
  });

  test.each(WORDING_CUT)('%s: one crosses an edge', (row) => {
    expect(isCut(row, true)).toBe(true);
  });

  test.each(WORDING_UNCUT)('%s: none crosses', (row) => {
    expect(isCut(row, true)).toBe(false);
  });
});
