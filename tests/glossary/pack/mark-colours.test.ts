import { describe, expect, it } from 'vitest';
import { MARK_COLOURS, MARK_RGB } from '../../../glossary/pack/mark-colours';

/** Least contrast of what is no text (WCAG 1.4.11). */
const LEAST = 3;

function luminanceOf(rgb: string): number {
  const [r = 0, g = 0, b = 0] = rgb.split(' ').map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminanceOf(a), luminanceOf(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each(MARK_COLOURS.flatMap((name) => (name === 'text' ? [] : [name])))('the colour %s', (name) => {
  it.each([
    ['white', '255 255 255'],
    ['a dark page', '30 30 30'],
  ])('is visible on %s', (_where, ground) => {
    expect(contrast(MARK_RGB[name], ground)).toBeGreaterThanOrEqual(LEAST);
  });
});
