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

  it('is different for each combination of style, colour and strength', () => {
    const looks = MARK_STYLES.flatMap((style) =>
      MARK_COLOURS.flatMap((colour) =>
        MARK_STRENGTHS.map((strength) => marksStyle(names, { style, colour, strength, show: 'always' })),
      ),
    );
    expect(new Set(looks).size).toBe(looks.length);
  });

  it('has only the rule of the current mention if marks show on hover', () => {
    const css = marksStyle(names, { ...usual, show: 'hover' });
    expect(css).not.toContain('::highlight(abc)');
    expect(css).toContain('::highlight(xyz)');
  });
});
