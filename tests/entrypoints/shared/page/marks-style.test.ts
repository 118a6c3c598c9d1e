import { describe, expect, it } from 'vitest';
import { marksStyle } from '../../../../entrypoints/shared/page/marks-style';
import {
  DEFAULT_PAGE_SETTINGS,
  MARK_COLOURS,
  MARK_STRENGTHS,
  MARK_STYLES,
} from '../../../../entrypoints/shared/settings/page-settings';

const names = { mention: 'abc', current: 'xyz' };
const usual = DEFAULT_PAGE_SETTINGS.marks;

describe('marksStyle', () => {
  it('has a rule for each highlight, for the screen only', () => {
    const css = marksStyle(names, usual);
    expect(css).toContain('::highlight(abc)');
    expect(css).toContain('::highlight(xyz)');
    expect(css.trimStart().startsWith('@media screen')).toBe(true);
  });

  it('differs for each look', () => {
    const looks = MARK_STYLES.flatMap((style) =>
      MARK_COLOURS.flatMap((colour) =>
        MARK_STRENGTHS.map((strength) => marksStyle(names, { style, colour, strength, show: 'always' })),
      ),
    );
    expect(new Set(looks).size).toBe(looks.length);
  });

  it('has a rule for the current mention only where marks show on hover', () => {
    const css = marksStyle(names, { ...usual, show: 'hover' });
    expect(css).not.toContain('::highlight(abc)');
    expect(css).toContain('::highlight(xyz)');
  });
});
