/** Tells whether a pointer is between a mark and its card, and so presumably on its way to the card. */
import type { Box, Point } from './box';

/** How far the polygon extends beyond the two boxes, in CSS pixels: a hand does not move in straight lines. */
const SLACK = 4;

/**
 * Whether the point lies in the quadrilateral from the edge of the mark that faces the card to the edge of the card that
 * faces the mark. False where the boxes overlap on both axes.
 */
export function isInSafePolygon(point: Point, mark: Box, card: Box): boolean {
  if (card.top >= mark.bottom) return isBetween(point, mark.bottom, card.top, [mark, card]);
  if (card.bottom <= mark.top) return isBetween(point, mark.top, card.bottom, [mark, card]);
  const transposed = { x: point.y, y: point.x };
  const boxes = [transpose(mark), transpose(card)] as const;
  if (card.left >= mark.right) return isBetween(transposed, mark.right, card.left, boxes);
  if (card.right <= mark.left) return isBetween(transposed, mark.left, card.right, boxes);
  return false;
}

/** Whether the point is in the trapezium whose parallel edges are the mark's at `y = from` and the card's at `y = to`. */
function isBetween({ x, y }: Point, from: number, to: number, [mark, card]: readonly [Box, Box]): boolean {
  if (y < Math.min(from, to) - SLACK || y > Math.max(from, to) + SLACK) return false;
  const share = from === to ? 1 : Math.min(1, Math.max(0, (y - from) / (to - from)));
  const left = mark.left + (card.left - mark.left) * share;
  const right = mark.right + (card.right - mark.right) * share;
  return x >= left - SLACK && x <= right + SLACK;
}

function transpose({ left, top, right, bottom }: Box): Box {
  return { left: top, top: left, right: bottom, bottom: right };
}
