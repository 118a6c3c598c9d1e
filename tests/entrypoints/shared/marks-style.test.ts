import { describe, expect, it } from 'vitest';
import { marksStyle } from '../../../entrypoints/shared/marks-style';

describe('marksStyle', () => {
  it('names both highlights and keeps off paper', () => {
    const css = marksStyle('abc', 'xyz');
    expect(css).toContain('::highlight(abc)');
    expect(css).toContain('::highlight(xyz)');
    expect(css.trimStart().startsWith('@media screen')).toBe(true);
  });
});
