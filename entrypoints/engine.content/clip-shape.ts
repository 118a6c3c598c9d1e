/** Computes the part of a box that the clip shape of an element leaves visible: `clip-path` and the older `clip`. */
import { type Box, intersection } from '../shared/page/box';
import { extentOf } from './dom';

/** Shapes that hide all: an inset from both sides, and those without an area. */
const NOTHING = /^(circle|ellipse)\(0(px|%)?( 0(px|%)?)? at|^polygon\((0(px|%)? 0(px|%)?(, )?)+\)$/;

/** The part of `part` inside the element's clip shape; null if there is none. Shapes other than insets count as no clip. */
export function clippedByShape(
  part: Box,
  element: Element,
  { clipPath, clip, position }: CSSStyleDeclaration,
): Box | null {
  if (clipPath === 'none' && clip === 'auto') return part;
  if (NOTHING.test(clipPath)) return null;
  const isRect = clip.startsWith('rect') && /absolute|fixed/.test(position);
  const inset = /^inset\(([^)]*?)(?: round .*)?\)/.exec(clipPath)?.[1];
  if (!inset && !isRect) return part;
  const box = extentOf(element);
  let [left, right, top, bottom] = [box.left, box.right, box.top, box.bottom];
  if (inset) {
    const [width, height] = [right - left, bottom - top];
    const sides = inset.split(' ');
    const length = (i: number, whole: number) => {
      const side = sides[i] ?? sides[i - 2] ?? sides[0] ?? '';
      return side.endsWith('%') ? (Number.parseFloat(side) / 100) * whole : Number.parseFloat(side) || 0;
    };
    [top, right] = [top + length(0, height), right - length(1, width)];
    [bottom, left] = [bottom - length(2, height), left + length(3, width)];
  }
  const edges = isRect
    ? /rect\(([\d.]+)px,? ([\d.]+)px,? ([\d.]+)px,? ([\d.]+)px\)/.exec(clip)?.slice(1).map(Number)
    : null;
  if (edges) {
    const [t = 0, r = 0, b = 0, l = 0] = edges;
    [top, right, bottom, left] = [box.top + t, box.left + r, box.top + b, box.left + l];
  }
  return intersection(part, { left, right, top, bottom });
}
