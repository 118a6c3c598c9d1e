/** Owns which part of the map is seen: a scale and a shift, and what moving and zooming do to them. */

export interface View {
  /** CSS px on the screen for a unit of the map. */
  scale: number;
  /** Where the map's origin stands on the screen, in px. */
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const MIN_SCALE = 0.2;
export const MAX_SCALE = 4;
const MARGIN = 16;
/** Below this scale most names find no room; then the map is begun at another, at which they do. */
const LEAST_WHOLE = 0.45;
const READABLE = 0.6;

/** The whole of `box` in the middle of the screen, no larger than life. */
export function fitView(box: Box, size: Size): View {
  const width = Math.max(1, box.right - box.left);
  const height = Math.max(1, box.bottom - box.top);
  const wanted = Math.min((size.width - 2 * MARGIN) / width, (size.height - 2 * MARGIN) / height, 1.4);
  const scale = clamp(wanted, MIN_SCALE, MAX_SCALE);
  return {
    scale,
    x: size.width / 2 - ((box.left + box.right) / 2) * scale,
    y: size.height / 2 - ((box.top + box.bottom) / 2) * scale,
  };
}

/** What is seen at first: the whole, or in a small window as much as can be read around `at` or the middle. */
export function firstView(box: Box, size: Size, at: { x: number; y: number } | null): View {
  const whole = fitView(box, size);
  if (whole.scale >= LEAST_WHOLE) return whole;
  const middle = at ?? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  return {
    scale: READABLE,
    x: shiftOf(middle.x, box.left, box.right, size.width),
    y: shiftOf(middle.y, box.top, box.bottom, size.height),
  };
}

/** By how much to shift so that `middle` is in the middle, without showing more beyond the map than must be. */
function shiftOf(middle: number, low: number, high: number, extent: number): number {
  const wanted = extent / 2 - middle * READABLE;
  const [first, last] = [MARGIN - low * READABLE, extent - MARGIN - high * READABLE];
  return first < last ? (first + last) / 2 : clamp(wanted, last, first);
}

/** `factor` times as large, with what is at `at` (screen px) staying there. */
export function zoom(view: View, factor: number, at: { x: number; y: number }): View {
  const scale = clamp(view.scale * factor, MIN_SCALE, MAX_SCALE);
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

export function pan(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

export function toScreen(view: View, point: { x: number; y: number }): { x: number; y: number } {
  return { x: view.x + point.x * view.scale, y: view.y + point.y * view.scale };
}

/** Moved as little as brings `point` (of the map) well into the screen. */
export function reveal(view: View, point: { x: number; y: number }, size: Size): View {
  const { x, y } = toScreen(view, point);
  const edge = Math.min(70, size.width / 4, size.height / 4);
  return pan(view, clamp(x, edge, size.width - edge) - x, clamp(y, edge, size.height - edge) - y);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
