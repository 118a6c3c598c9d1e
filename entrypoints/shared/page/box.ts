/** Boxes and points in viewport coordinates, in CSS pixels. */

/** A rectangle. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A point. */
export interface Point {
  x: number;
  y: number;
}

/** Whether two boxes have a common area. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The common part of two boxes; null if there is none. */
export function intersection(a: Box, b: Box): Box | null {
  const left = Math.max(a.left, b.left);
  const right = Math.min(a.right, b.right);
  const top = Math.max(a.top, b.top);
  const bottom = Math.min(a.bottom, b.bottom);
  return left < right && top < bottom ? { left, right, top, bottom } : null;
}

/** Whether a point lies in a box, edges included. */
export function isIn({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
