/** Finds fixed layers, which stay over the page while it scrolls: bars at the edges of the viewport, and full overlays. */
import { isCovering } from '../card/seen-through';
import { elementsNamed, extentOf, flatParentOf, isInside, isMatching } from '../dom';

/** Bars above each other that are looked for at one edge. */
const MAX_BARS = 3;
/** A higher bar is no bar, as a share of the viewport's height. */
const MAX_BAR = 0.5;
/** Share of the viewport's width and height that a layer over all of it takes at least. */
const WHOLE = 0.9;

/** The vertical part of the viewport at `x` that no bar covers, in CSS pixels. Bars that contain `inside` do not count. */
export function freeHeight(x: number, inside: Element): { top: number; bottom: number } {
  let [top, bottom] = [0, innerHeight];
  const at = Math.min(Math.max(x, 1), innerWidth - 1);
  for (let i = 0; i < MAX_BARS; i++) {
    const bar = barAt(at, top + 1, inside);
    if (!bar || bar.top > top + 1) break;
    top = Math.max(top, bar.bottom);
  }
  for (let i = 0; i < MAX_BARS; i++) {
    const bar = barAt(at, bottom - 1, inside);
    if (!bar || bar.bottom < bottom - 1) break;
    bottom = Math.min(bottom, bar.top);
  }
  return top < bottom ? { top, bottom } : { top: 0, bottom: innerHeight };
}

function barAt(x: number, y: number, inside: Element): ReturnType<typeof extentOf> | null {
  const bar = fixedAt(x, y);
  if (!bar || isInside(inside, bar)) return null;
  const box = extentOf(bar);
  return box.bottom - box.top <= innerHeight * MAX_BAR ? box : null;
}

/** The outermost element at a point that does not scroll with the page. */
function fixedAt(x: number, y: number): Element | null {
  let fixed: Element | null = null;
  for (let node = document.elementFromPoint(x, y); node; node = flatParentOf(node)) {
    if (/^(fixed|sticky)$/.test(getComputedStyle(node).position)) fixed = node;
  }
  return fixed;
}

/** Whether an element lies behind an open modal dialog, or an opaque layer over all of the viewport. */
export function isBehindLayer(element: Element): boolean {
  for (const dialog of elementsNamed(document.documentElement, 'dialog')) {
    if (isMatching(dialog, ':modal') && !isInside(element, dialog)) return true;
  }
  const [x, y] = [innerWidth / 2, innerHeight / 2];
  const layer = fixedAt(x, y);
  if (!layer || isInside(element, layer)) return false;
  const { left, right, top, bottom } = extentOf(layer);
  const isWhole = right - left >= innerWidth * WHOLE && bottom - top >= innerHeight * WHOLE;
  return isWhole && isCovering(layer, element);
}
