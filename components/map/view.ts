/** Computes which part of the map is visible: a scale and an offset, moved and zoomed by pure functions. */
import type { Size } from '../picture/use-size';

/** Maps units of the map to CSS px from the top left corner of the picture. */
export interface View {
  /** CSS px per unit of the map. */
  scale: number;
  /** The origin of the map, in px. */
  x: number;
  y: number;
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
/** Below this scale most labels do not fit: a map that would need less opens at `READABLE`. */
const LEAST_WHOLE = 0.45;
const READABLE = 0.6;

/** Shows all of `box` in the middle of the picture, at a scale of at most 1.4. */
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

/** Shows all of `box`, or in a small window a readable part around `at` (null: the middle of `box`). */
export function initialView(box: Box, size: Size, at: { x: number; y: number } | null): View {
  const whole = fitView(box, size);
  if (whole.scale >= LEAST_WHOLE) return whole;
  const middle = at ?? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  return {
    scale: READABLE,
    x: shiftOf(middle.x, box.left, box.right, size.width),
    y: shiftOf(middle.y, box.top, box.bottom, size.height),
  };
}

/** Offset that centres `middle`, limited so that the edge of the map stays at or beyond the edge of the picture. */
function shiftOf(middle: number, low: number, high: number, extent: number): number {
  const wanted = extent / 2 - middle * READABLE;
  const [first, last] = [MARGIN - low * READABLE, extent - MARGIN - high * READABLE];
  return first < last ? (first + last) / 2 : clamp(wanted, last, first);
}

/** Scales by `factor` within the limits; the point at `at` (px) stays in place. */
export function zoom(view: View, factor: number, at: { x: number; y: number }): View {
  const scale = clamp(view.scale * factor, MIN_SCALE, MAX_SCALE);
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** Moves the map by CSS px. */
export function pan(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** From units of the map to px. */
export function toScreen(view: View, point: { x: number; y: number }): { x: number; y: number } {
  return { x: view.x + point.x * view.scale, y: view.y + point.y * view.scale };
}

/** Whether `point` (of the map) is within the picture. */
export function isVisible(view: View, point: { x: number; y: number }, { width, height }: Size): boolean {
  const { x, y } = toScreen(view, point);
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

/** Moves the map by the least distance that shows `point` (of the map) in the picture, away from its edges. */
export function reveal(view: View, point: { x: number; y: number }, size: Size): View {
  const { x, y } = toScreen(view, point);
  const edge = Math.min(70, size.width / 4, size.height / 4);
  return pan(view, clamp(x, edge, size.width - edge) - x, clamp(y, edge, size.height - edge) - y);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
