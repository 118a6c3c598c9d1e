import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../components/search/excerpt';

const long = `${'甲'.repeat(100)}重要讲话${'乙'.repeat(100)}`;

describe('an excerpt', () => {
  it('of a short text is the text', () => {
    expect(excerptOf('重要讲话', [[0, 2]])).toEqual({ text: '重要讲话', ranges: [[0, 2]] });
  });

  it('of a long text holds the match, at its place in the excerpt', () => {
    const { text, ranges } = excerptOf(long, [[100, 104]]);
    expect(text.length).toBeLessThanOrEqual(92);
    expect(text.startsWith('…') && text.endsWith('…')).toBe(true);
    expect(ranges.map(([start, end]) => text.slice(start, end))).toEqual(['重要讲话']);
  });

  it('keeps the beginning or the end if the match is in it', () => {
    expect(excerptOf(long, [[2, 5]]).text.startsWith('甲')).toBe(true);
    expect(excerptOf(long, [[200, 204]]).text.endsWith('乙')).toBe(true);
    expect(excerptOf(long, []).text.startsWith('甲')).toBe(true);
  });
});
