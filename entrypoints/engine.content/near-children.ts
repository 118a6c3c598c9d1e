/**
 * Finds the children of one parent that lie near the viewport, reading few boxes of a long list.
 *
 *   children   0 … 11 │ 12 ……………………………… n−13 │ n−12 … n−1
 *              ends: each is read,   between: one segment,
 *              for what is placed    whose direction nine
 *              elsewhere             samples ● show
 *
 *     ● ● ● ● ● ● ● ● ●    tops go one way (down, or up in a reversed list): bisect to the first near child, then read
 *                          on until 12 in a row are far
 *     ● ● ● ● ┆ ● ● ● ●    tops begin again (columns): halve the segment, and treat each half alike
 *
 * A segment of up to 48 children is read one by one.
 */
import { firstIndex } from '../../glossary/find/bisect';
import { extentOf, scrollHeightOf } from './dom';

/** Children up to which a segment is read one by one. */
const FEW = 48;
/** Far children in a row after which the rest of a segment counts as far; also the length of either end. */
const STRAY = 12;
/** Children read to see the direction of a segment. */
const SAMPLES = 9;

/** A horizontal band of the viewport, in CSS pixels. */
export interface Band {
  top: number;
  bottom: number;
}

/** Reads boxes up to a budget, so that no page can make a search long. */
export class BoxReader {
  readonly band: Band;
  /** Boxes that may still be read; each takes about a microsecond once layout is done. */
  left: number;

  constructor(band: Band, budget: number) {
    this.band = band;
    this.left = budget;
  }

  extentOf(element: Element): ReturnType<typeof extentOf> {
    this.left--;
    return extentOf(element);
  }
}

/** The children that were read. */
export interface ReadChildren {
  /** Those that may hold something near, in the order in which they come down the page, where that is known. */
  near: Element[];
  /** Those of `near` without a box: they are hidden, or their contents are laid out in their place. */
  boxless: Element[];
  far: Element[];
}

/** Finds the near children of one parent. Leaves at least half of the budget for what is inside them. */
export function nearChildren(children: HTMLCollection, reader: BoxReader): ReadChildren {
  const { length } = children;
  const read: ReadChildren = { near: [], boxless: [], far: [] };
  const boxes = new BoxReader(reader.band, (reader.left + 1) >> 1);
  reader.left -= boxes.left;
  const end = length > FEW ? STRAY : 0;
  new Segment(children, 0, end).read(boxes, read);
  const last: ReadChildren = { near: [], boxless: read.boxless, far: read.far };
  new Segment(children, length - end, length).read(boxes, last);
  const open = [new Segment(children, end, length - end)];
  for (let segment = open.pop(); segment && boxes.left > 0; segment = open.pop()) {
    if (segment.length <= FEW) segment.read(boxes, read);
    else if (segment.findDirection(boxes)) segment.read(boxes, read, segment.firstNear(boxes));
    else open.push(...segment.halves());
  }
  read.near.push(...last.near);
  reader.left += boxes.left;
  return read;
}

/** The children in `[from, to)`. */
class Segment {
  readonly #children: HTMLCollection;
  readonly #from: number;
  readonly #to: number;
  #isReversed = false;

  constructor(children: HTMLCollection, from: number, to: number) {
    this.#children = children;
    this.#from = from;
    this.#to = to;
  }

  get length(): number {
    return this.#to - this.#from;
  }

  /** The first half last, as a stack wants it. */
  halves(): [Segment, Segment] {
    const middle = (this.#from + this.#to) >> 1;
    return [new Segment(this.#children, middle, this.#to), new Segment(this.#children, this.#from, middle)];
  }

  /** Samples which way the segment goes. @returns whether it goes down the page all along, or up. */
  findDirection(boxes: BoxReader): boolean {
    let [isDown, isUp] = [true, true];
    let last: number | null = null;
    for (let i = 0; i < SAMPLES; i++) {
      const child = this.#at(Math.floor((i * (this.length - 1)) / (SAMPLES - 1)));
      const box = child && boxes.extentOf(child);
      if (!box || box.isEmpty) continue;
      if (last !== null && box.top < last) isDown = false;
      if (last !== null && box.top > last) isUp = false;
      last = box.top;
    }
    this.#isReversed = isUp && !isDown;
    return isDown || isUp;
  }

  /** Index of the first near child of a segment with a direction; a little earlier, for children side by side. */
  firstNear(boxes: BoxReader): number {
    const first = firstIndex(this.length, (i) => {
      const child = boxes.left > 0 ? this.#at(i) : null;
      if (!child) return true;
      const { bottom, isEmpty } = boxes.extentOf(child);
      return isEmpty ? null : bottom >= boxes.band.top;
    });
    return Math.max(0, first - STRAY);
  }

  /** Reads children. @param first where to begin in a segment with a direction, which ends after `STRAY` far ones. */
  read(boxes: BoxReader, into: ReadChildren, first: number | null = null): void {
    let misses = 0;
    for (let i = first ?? 0; i < this.length && boxes.left > 0; i++) {
      const child = this.#at(i);
      if (!child) return;
      if (isNear(child, boxes, into)) misses = 0;
      else if (++misses > STRAY && first !== null) return;
    }
  }

  /** The child at `index` from above, where the direction is known. */
  #at(index: number): Element | null {
    return this.#children.item(this.#isReversed ? this.#to - 1 - index : this.#from + index);
  }
}

function isNear(element: Element, boxes: BoxReader, { near, boxless, far }: ReadChildren): boolean {
  const { band } = boxes;
  const { top, bottom, isEmpty } = boxes.extentOf(element);
  if (isEmpty) boxless.push(element);
  // Content that overflows a box may be near where the box is not.
  const isReaching = top <= band.bottom && (bottom >= band.top || top + scrollHeightOf(element) >= band.top);
  (isEmpty || isReaching ? near : far).push(element);
  return isEmpty || isReaching;
}
