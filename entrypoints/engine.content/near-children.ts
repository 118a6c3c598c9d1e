/**
 * Finds the children of one parent that lie near the viewport, reading few boxes of a long list.
 *
 *   children   0 … 11 │ 12 ……………………………… n−13 │ n−12 … n−1
 *              ends: each is read,   between: one segment,
 *              for what is placed    whose direction nine
 *              elsewhere             samples ● show
 *
 *     ● ● ● ● ● ● ● ● ●    they go one way (down, or up in a reversed list; else sideways, as vertical text and pages
 *                          side by side do): bisect to the first near child, then read on until 12 in a row are far
 *     ● ● ● ● ┆ ● ● ● ●    they begin again (columns): halve the segment, and repeat for each half
 *
 * A segment of up to 48 children is read one by one.
 */
import { firstIndex } from '../../glossary/find/bisect';
import type { Box } from '../shared/page/box';
import { BoxReader } from './box-reader';

/** Children up to which a segment is read one by one. */
const FEW = 48;
/** Far children in a row after which the rest of a segment counts as far; also the length of either end. */
const STRAY = 12;
/** Children read to see the direction of a segment. */
const SAMPLES = 9;

/** The children that were read. */
export interface ReadChildren {
  /** Those that may hold something near, in the order in which they come down the page, where that is known. */
  near: Element[];
  /** Those of `near` without a box: they are hidden, or their contents are laid out in their place. */
  boxless: Element[];
  far: Element[];
}

/** Finds the near children of one parent. Leaves at least half of the budget for their content. */
export function nearChildren(children: HTMLCollection, reader: BoxReader): ReadChildren {
  const { length } = children;
  const read: ReadChildren = { near: [], boxless: [], far: [] };
  const boxes = new BoxReader(reader.area, (reader.left + 1) >> 1);
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

type Axis = 'x' | 'y';

/** The children in `[from, to)`. */
class Segment {
  readonly #children: HTMLCollection;
  readonly #from: number;
  readonly #to: number;
  #axis: Axis = 'y';
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

  /** Samples the direction of the segment. @returns whether it has a single direction. */
  findDirection(boxes: BoxReader): boolean {
    const samples: Box[] = [];
    for (let i = 0; i < SAMPLES; i++) {
      const child = this.#at(Math.floor((i * (this.length - 1)) / (SAMPLES - 1)));
      const box = child && boxes.extentOf(child);
      if (box && !box.isEmpty) samples.push(box);
    }
    const down = trendOf(samples.map(({ top }) => top));
    const across = trendOf(samples.map(({ left }) => left));
    // Where all are near by their height, only the other axis tells: pages of columns, vertical text, rows.
    const isFlat = samples.every(({ top, bottom }) => top <= boxes.area.bottom && bottom >= boxes.area.top);
    this.#axis = isFlat && across ? 'x' : 'y';
    const trend = this.#axis === 'x' ? across : down;
    this.#isReversed = trend === -1;
    return trend !== null;
  }

  /** Index of the first near child of a segment with a direction; a little earlier, for children side by side. */
  firstNear(boxes: BoxReader): number {
    const first = firstIndex(this.length, (i) => {
      const child = boxes.left > 0 ? this.#at(i) : null;
      if (!child) return true;
      const { bottom, right, isEmpty } = boxes.extentOf(child);
      if (isEmpty) return null;
      return this.#axis === 'x' ? right >= boxes.area.left : bottom >= boxes.area.top;
    });
    return Math.max(0, first - STRAY);
  }

  /** Reads children. @param first where to begin in a segment with a direction, which ends after `STRAY` far ones. */
  read(boxes: BoxReader, into: ReadChildren, first: number | null = null): void {
    let misses = 0;
    for (let i = first ?? 0; i < this.length && boxes.left > 0; i++) {
      const child = this.#at(i);
      if (!child) return;
      const { isEmpty, isNear } = boxes.read(child);
      if (isEmpty) into.boxless.push(child);
      (isNear ? into.near : into.far).push(child);
      if (isNear) misses = 0;
      else if (++misses > STRAY && first !== null) return;
    }
  }

  /** The child at `index` from above, or from the left, where the direction is known. */
  #at(index: number): Element | null {
    return this.#children.item(this.#isReversed ? this.#to - 1 - index : this.#from + index);
  }
}

/** The trend of numbers: 1 up, -1 down, 0 if all are equal; null if they go up and down. */
function trendOf(numbers: readonly number[]): 1 | 0 | -1 | null {
  let [isUp, isDown] = [false, false];
  for (const [i, number] of numbers.entries()) {
    const before = numbers[i - 1] ?? number;
    isUp ||= number > before;
    isDown ||= number < before;
  }
  if (isUp && isDown) return null;
  return isUp ? 1 : isDown ? -1 : 0;
}
