/** Reads boxes of elements within a budget, and tells which of them are near the viewport. */
import type { Box } from '../shared/page/box';
import { extentOf, scrollHeightOf, scrollWidthOf } from './dom';

/** The budget bounds a search on any page. */
export class BoxReader {
  /** Boxes in it, or overlapping it, are near. */
  readonly area: Box;
  /** Boxes that may still be read; each takes about a microsecond once layout is done. */
  left: number;

  constructor(area: Box, budget: number) {
    this.area = area;
    this.left = budget;
  }

  extentOf(element: Element): ReturnType<typeof extentOf> {
    this.left--;
    return extentOf(element);
  }

  /** Whether an element has a box, and whether it may hold something near: in doubt, without a box, it may. */
  read(element: Element): { isEmpty: boolean; isNear: boolean } {
    const box = this.extentOf(element);
    const isNear =
      box.isEmpty || (isNearVertically(element, box, this.area) && isNearHorizontally(element, box, this.area));
    return { isEmpty: box.isEmpty, isNear };
  }
}

/** Content that overflows a box may be near where the box is not. */
function isNearVertically(element: Element, { top, bottom }: Box, area: Box): boolean {
  return top <= area.bottom && (bottom >= area.top || top + scrollHeightOf(element) >= area.top);
}

/** To either side, since vertical text may overflow to the left. */
function isNearHorizontally(element: Element, { left, right }: Box, area: Box): boolean {
  if (left <= area.right && right >= area.left) return true;
  const width = scrollWidthOf(element);
  return right - width <= area.right && left + width >= area.left;
}
