/** Scrolls a place of the page into view: all scrollers around it, the innermost first, and clear of fixed bars. */
import { composedParentOf, isElement } from '../dom';
import { freeHeight } from './fixed-layers';

/** A place closer to a scroller's edge than this share of its size is scrolled to its middle. */
const EDGE = 0.15;
/** How long the browser may take to scroll smoothly, in ms. */
const MAX_SCROLL_MS = 2000;

/**
 * Scrolls the box that `read` returns into view; without animation if the reader prefers reduced motion.
 * @param read the box in viewport coordinates; null once it is gone.
 */
export function reveal(context: Element, read: () => DOMRect | null): void {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  let box = read();
  if (!box) return;
  for (const scroller of scrollersOf(context)) {
    const isRoot = scroller === document.scrollingElement;
    const view = isRoot ? freeView(context, box) : scroller.getBoundingClientRect();
    const top = distance(box.top, box.bottom, view.top, view.bottom);
    const left = distance(box.left, box.right, view.left, view.right);
    const isThere = top === 0 && left === 0;
    if (isThere && isRoot) stopScrolling();
    if (isThere) continue;
    const before = { top: scroller.scrollTop, left: scroller.scrollLeft };
    if (isRoot) clearLater(context, read);
    // Inner scrollers jump, so that the position is known for the outer ones.
    scroller.scrollBy({ top, left, behavior: isRoot ? behavior : 'instant' });
    if (isRoot) return;
    box =
      read() ??
      new DOMRect(
        box.x - (scroller.scrollLeft - before.left),
        box.y - (scroller.scrollTop - before.top),
        box.width,
        box.height,
      );
  }
}

/** Ends a smooth scroll of the page, which may lead to a former target. */
export function stopScrolling(): void {
  document.scrollingElement?.scrollBy({ top: 0, behavior: 'instant' });
}

/** The part of the viewport that no bar covers. */
function freeView(context: Element, { left, right }: DOMRect): DOMRect {
  const { top, bottom } = freeHeight((left + right) / 2, context);
  return new DOMRect(0, top, innerWidth, bottom - top);
}

/** A bar may come, or begin to stick, while the page scrolls: looks once more at its end. */
function clearLater(context: Element, read: () => DOMRect | null): void {
  const onEnd = () => {
    const box = read();
    const view = box && freeView(context, box);
    // Out of the window: the reader, or the walk in another frame, has scrolled on.
    if (!box || !view || box.bottom <= 0 || box.top >= innerHeight) return;
    if (box.top >= view.top && box.bottom <= view.bottom) return;
    const top = distance(box.top, box.bottom, view.top, view.bottom);
    document.scrollingElement?.scrollBy({ top, behavior: 'instant' });
  };
  addEventListener('scrollend', onEnd, { capture: true, once: true, signal: AbortSignal.timeout(MAX_SCROLL_MS) });
}

/** The distance to scroll so that `[from, to)` is well inside `[low, high)`, in CSS pixels; 0 if it is. */
function distance(from: number, to: number, low: number, high: number): number {
  const margin = (high - low) * EDGE;
  if (from >= low + Math.min(margin, 80) && to <= high - Math.min(margin, 80)) return 0;
  return (from + to) / 2 - (low + high) / 2;
}

function scrollersOf(context: Element): Element[] {
  const found: Element[] = [];
  for (let node: Node | null = context; node; node = composedParentOf(node)) {
    if (!isElement(node) || node === document.scrollingElement || node === document.documentElement) continue;
    const { overflowX, overflowY } = getComputedStyle(node);
    const isDown = /auto|scroll/.test(overflowY) && node.scrollHeight > node.clientHeight;
    const isAcross = /auto|scroll/.test(overflowX) && node.scrollWidth > node.clientWidth;
    if (isDown || isAcross) found.push(node);
  }
  if (document.scrollingElement) found.push(document.scrollingElement);
  return found;
}
