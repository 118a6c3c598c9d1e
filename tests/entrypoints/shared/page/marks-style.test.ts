import { describe, expect, it } from 'vitest';
import { type HighlightNames, MARK_NAMES, marksStyle } from '../../../../entrypoints/shared/page/marks-style';
import {
  DEFAULT_PAGE_SETTINGS,
  MARK_STRENGTHS,
  MARK_STYLES,
} from '../../../../entrypoints/shared/settings/page-settings';
import { MARK_COLOURS } from '../../../../glossary/pack/mark-colours';

const names = Object.fromEntries(MARK_NAMES.map((name) => [name, `of-${name}`])) as HighlightNames; // Of all names.
const usual = DEFAULT_PAGE_SETTINGS.marks;

describe('marksStyle', () => {
  it('has a rule for each highlight, for the screen only', () => {
    const css = marksStyle(names, usual);
    for (const name of Object.values(names)) expect(css).toContain(`::highlight(${name})`);
    expect(css.trimStart().startsWith('@media screen')).toBe(true);
  });

  it('does not draw a second line on an underline, nor join the lines of two mentions side by side', () => {
    const rule = (name: string) =>
      new RegExp(`highlight\\(of-${name}\\) \\{(.*)\\}`).exec(marksStyle(names, usual))?.[1];
    expect(rule('lined')).not.toContain('underline');
    expect(rule('next')).not.toBe(rule('mention'));
    expect(rule('linedNext')).not.toBe(rule('lined'));
  });

  it('leaves transparent glyphs transparent, under a line that is not', () => {
    for (const name of ['clear', 'currentClear']) {
      const rule = new RegExp(`highlight\\(of-${name}\\) \\{(.*)\\}`).exec(marksStyle(names, usual))?.[1];
      expect(rule).toContain('color: transparent');
      expect(rule).not.toContain('currentColor');
    }
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
    for (const name of MARK_NAMES) expect(css.includes(`::highlight(${names[name]})`)).toBe(name.startsWith('current'));
  });

  it('is as strong as there is for readers who want more contrast', () => {
    const contrast = (strength: (typeof MARK_STRENGTHS)[number]) =>
      marksStyle(names, { ...usual, strength }).split('@media screen and (prefers-contrast: more)')[1];
    expect(contrast(1)).toBe(contrast(3));
    expect(contrast(1)).toContain('underline dotted currentColor 13%');
  });

  it('styles further colours under names of their own', () => {
    const css = marksStyle(names, usual, ['red', 'text']);
    const of = (name: string) => new RegExp(`highlight\\(${name}\\) \\{(.*)\\}`).exec(css)?.[1];
    expect(of('of-mention')).toBe(of('of-mentiontext'));
    expect(of('of-mentionred')).toBe(of('of-mention')?.replace('currentColor', 'rgb(210 73 58)'));
    expect(of('of-currentred')).toContain('rgb(210 73 58)');
  });
});
