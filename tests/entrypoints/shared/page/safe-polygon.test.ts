import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../entrypoints/shared/page/box';
import { isInSafePolygon } from '../../../../entrypoints/shared/page/safe-polygon';

const mark: Box = { left: 100, top: 100, right: 140, bottom: 120 };
const below: Box = { left: 60, top: 160, right: 400, bottom: 500 };
const above: Box = { left: 60, top: -200, right: 400, bottom: 60 };
const right: Box = { left: 180, top: 50, right: 500, bottom: 300 };
const left: Box = { left: -300, top: 50, right: 60, bottom: 300 };

describe('the safe polygon', () => {
  it.each<[string, Box, number, number, boolean]>([
    ['under the mark', below, 120, 140, true],
    ['towards the far corner', below, 330, 156, true],
    ['beside the mark', below, 160, 121, false],
    ['outside the polygon', below, 400, 130, false],
    ['over the mark, with the card below', below, 120, 90, false],
    ['over the mark, with the card above', above, 120, 80, true],
    ['in the card', below, 200, 300, false],
    ['right of the mark', right, 160, 110, true],
    ['towards the upper right corner', right, 176, 60, true],
    ['left of the mark', left, 80, 110, true],
    ['right of the mark, with the card at its left', left, 160, 110, false],
  ])('%s', (_name, card, x, y, expected) => {
    expect(isInSafePolygon({ x, y }, mark, card)).toBe(expected);
  });

  it('is empty between boxes that overlap', () => {
    expect(isInSafePolygon({ x: 120, y: 110 }, mark, mark)).toBe(false);
  });

  it('contains every straight line from the mark’s edge to the card’s', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(below, above), share, share, share, (card, from, to, along) => {
        const isBelow = card === below;
        const start = { x: mark.left + from * (mark.right - mark.left), y: isBelow ? mark.bottom : mark.top };
        const end = { x: card.left + to * (card.right - card.left), y: isBelow ? card.top : card.bottom };
        const point = { x: start.x + along * (end.x - start.x), y: start.y + along * (end.y - start.y) };
        expect(isInSafePolygon(point, mark, card)).toBe(true);
      }),
    );
  });
});
