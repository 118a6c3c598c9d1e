import { describe, expect, it } from 'vitest';
import { filtered } from '../../../entrypoints/engine.content/card/css-filters';

describe('how light a colour is behind a filter', () => {
  it.each<[string, number, number]>([
    ['none', 0.4, 0.4],
    ['invert(1)', 1, 0],
    ['invert(100%) hue-rotate(180deg)', 1, 0],
    ['invert(1)', 0, 1],
    ['invert(0)', 0.4, 0.4],
    ['invert(0.5)', 1, 0.214],
    ['invert(1) invert(1)', 0.3, 0.3],
    ['brightness(0)', 1, 0],
    ['brightness(50%)', 1, 0.214],
    ['brightness(3)', 0.5, 1],
    ['contrast(0)', 1, 0.214],
    ['blur(3px) sepia(1) url("#x")', 0.4, 0.4],
  ])('%s: %d becomes %d', (filter, before, after) => {
    expect(filtered(before, filter)).toBeCloseTo(after, 3);
  });
});
