/** Owns the corridor between a mark and its card: who moves there is on the way to the card. */

/** In viewport coordinates, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Point {
  x: number;
  y: number;
}

/** By how much the corridor is wider than the shapes it joins, in CSS pixels: hands do not move along rulers. */
const SLACK = 4;

/**
 * Whether the point lies between the two boxes: in the quadrilateral from the edge of the mark that faces the card to
 * the edge of the card that faces the mark. Where the boxes overlap on both axes there is nothing between them.
 */
export function isInCorridor(point: Point, mark: Box, card: Box): boolean {
  if (card.top >= mark.bottom) return isBetween(point, mark.bottom, card.top, mark, card);
  if (card.bottom <= mark.top) return isBetween(point, mark.top, card.bottom, mark, card);
  const turned = { x: point.y, y: point.x };
  const across = [transpose(mark), transpose(card)] as const;
  if (card.left >= mark.right) return isBetween(turned, mark.right, card.left, ...across);
  if (card.right <= mark.left) return isBetween(turned, mark.left, card.right, ...across);
  return false;
}

/** In the trapezium whose parallel edges are the mark's at height `from` and the card's at height `to`. */
function isBetween({ x, y }: Point, from: number, to: number, mark: Box, card: Box): boolean {
  if (y < Math.min(from, to) - SLACK || y > Math.max(from, to) + SLACK) return false;
  const share = from === to ? 1 : Math.min(1, Math.max(0, (y - from) / (to - from)));
  const left = mark.left + (card.left - mark.left) * share;
  const right = mark.right + (card.right - mark.right) * share;
  return x >= left - SLACK && x <= right + SLACK;
}

function transpose({ left, top, right, bottom }: Box): Box {
  return { left: top, top: left, right: bottom, bottom: right };
}
