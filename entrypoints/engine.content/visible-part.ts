/**
 * Computes the part of a box that is visible or can be scrolled to, by the elements that clip it. In doubt a box is
 * visible. Reads style and boxes of the elements around it.
 */
import { type Box, intersection } from '../shared/page/box';
import { clippedByShape } from './clip-shape';
import { extentOf, flatParentOf, isMatching, scrollHeightOf, scrollWidthOf } from './dom';

/** A part of this size or less, in CSS pixels, is what text for screen readers only is clipped to. */
const UNSEEN_SIZE = 2;

/** `now`: the part in the viewport. `reachable`: also the part that the reader can scroll to. */
export type Seen = 'now' | 'reachable';

/** The part of an element's style that clips its content, by axis. */
interface Clip {
  x: 'none' | 'clip' | 'scroll';
  y: 'none' | 'clip' | 'scroll';
  /** How far content is shown beyond the box, in CSS pixels. */
  margin: number;
}

/** The part of `box`, of text in `element`, that can be seen; null if there is none, or too little. */
export function visiblePart(box: Box, element: Element, seen: Seen): Box | null {
  let part: Box | null = box;
  /** The position of an element passed on the way whose containing block has not been reached. */
  let pending = 'static';
  for (let current: Element | null = element; current && part; current = flatParentOf(current)) {
    if (current === document.documentElement) break;
    const style = getComputedStyle(current);
    if (/opacity\(0%?\)/.test(style.filter)) return null;
    if (pending === 'static' || isContaining(style, pending)) {
      pending = style.position;
      part = clipped(part, current, style, seen);
    }
    // No ancestor clips content in the top layer.
    if (isMatching(current, ':modal, :popover-open')) {
      pending = 'fixed';
      break;
    }
  }
  if (!part || !isSeenSize(part)) return null;
  part = seen === 'now' || pending === 'fixed' ? intersection(part, viewport()) : reachablePart(part);
  return part && isSeenSize(part) ? part : null;
}

function isSeenSize({ left, right, top, bottom }: Box): boolean {
  return right - left > UNSEEN_SIZE && bottom - top > UNSEEN_SIZE;
}

function viewport(): Box {
  return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
}

/** Whether an element is the containing block of descendants of this position. */
function isContaining(style: CSSStyleDeclaration, position: string): boolean {
  if (position === 'absolute' && style.position !== 'static') return true;
  const { transform, perspective, filter, willChange, contain } = style;
  if (transform !== 'none' || perspective !== 'none' || filter !== 'none') return true;
  return /transform|perspective|filter/.test(willChange) || /paint|layout|strict|content/.test(contain);
}

function clipped(part: Box, element: Element, style: CSSStyleDeclaration, seen: Seen): Box | null {
  const shape = clippedByShape(part, element, style);
  const clip = clipOf(element, style, seen);
  if (!shape || !clip) return shape;
  const around = extentOf(element);
  const { x, y, margin } = clip;
  // What lies before the origin of a scroller cannot be scrolled to; vertical and right-to-left text begins elsewhere.
  const isUsual = style.direction === 'ltr' && style.writingMode === 'horizontal-tb';
  if (x === 'scroll' && isUsual && shape.right - around.left + element.scrollLeft <= UNSEEN_SIZE) return null;
  if (y === 'scroll' && isUsual && shape.bottom - around.top + element.scrollTop <= UNSEEN_SIZE) return null;
  const bounds: Box = {
    left: x === 'none' ? Number.NEGATIVE_INFINITY : around.left - margin,
    right: x === 'none' ? Number.POSITIVE_INFINITY : around.right + margin,
    top: y === 'none' ? Number.NEGATIVE_INFINITY : around.top - margin,
    bottom: y === 'none' ? Number.POSITIVE_INFINITY : around.bottom + margin,
  };
  // A scroller can show its content in its own box.
  const moved: Box = {
    left: x === 'scroll' ? around.left : shape.left,
    right: x === 'scroll' ? around.right : shape.right,
    top: y === 'scroll' ? around.top : shape.top,
    bottom: y === 'scroll' ? around.bottom : shape.bottom,
  };
  return intersection(moved, bounds);
}

/** Null where nothing is clipped by overflow. */
function clipOf(element: Element, style: CSSStyleDeclaration, seen: Seen): Clip | null {
  const { overflowX, overflowY, display } = style;
  if (overflowX === 'visible' && overflowY === 'visible') return null;
  if (/^(inline|contents|ruby|table-(row|column|header|footer))/.test(display) && !display.startsWith('inline-'))
    return null;
  // The overflow of the body is that of the viewport, unless the root has one.
  if (element === document.body && isVisible(getComputedStyle(document.documentElement))) return null;
  const kindOf = (overflow: string, hasMore: boolean) => {
    if (overflow === 'visible') return 'none' as const;
    return seen === 'reachable' && /auto|scroll/.test(overflow) && hasMore ? ('scroll' as const) : ('clip' as const);
  };
  const isClip = overflowX === 'clip' || overflowY === 'clip';
  return {
    x: kindOf(overflowX, scrollWidthOf(element) > element.clientWidth),
    y: kindOf(overflowY, scrollHeightOf(element) > element.clientHeight),
    margin: isClip ? Number.parseFloat(/[\d.]+px/.exec(style.overflowClipMargin ?? '')?.[0] ?? '0') : 0,
  };
}

function isVisible({ overflowX, overflowY }: CSSStyleDeclaration): boolean {
  return overflowX === 'visible' && overflowY === 'visible';
}

/** The area that the viewport can be scrolled to. */
function reachablePart(part: Box): Box | null {
  const root = document.scrollingElement ?? document.documentElement;
  const own = getComputedStyle(document.documentElement);
  const style = isVisible(own) && document.body ? getComputedStyle(document.body) : own;
  const isUsual = own.direction === 'ltr' && style.writingMode === 'horizontal-tb';
  const around = viewport();
  if (!/hidden|clip/.test(style.overflowX)) {
    around.left = isUsual ? -scrollX : Number.NEGATIVE_INFINITY;
    around.right = isUsual ? Math.max(scrollWidthOf(root) - scrollX, innerWidth) : Number.POSITIVE_INFINITY;
  }
  if (!/hidden|clip/.test(style.overflowY)) {
    around.top = isUsual ? -scrollY : Number.NEGATIVE_INFINITY;
    around.bottom = isUsual ? Math.max(scrollHeightOf(root) - scrollY, innerHeight) : Number.POSITIVE_INFINITY;
  }
  return intersection(part, around);
}
