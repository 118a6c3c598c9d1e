/**
 * Owns finding what lies near the viewport in one list of siblings. A long one is searched by halves as far as it runs
 * one way; columns, which begin again at the top, make it several such stretches.
 */
import { reachOf, scrollHeightOf } from './dom';

/** A list no longer than this is looked at one by one. */
const FEW = 48;
/** After so many out of reach, the rest of a list is. */
const STRAY = 12;
/** Places of a list that are looked at to see which way it runs. */
const SAMPLES = 9;

/** A stretch of the viewport's height, in CSS pixels. */
export interface Band {
  top: number;
  bottom: number;
}

/** Reads boxes, no more than it is given: so that no page makes this long. */
export class Boxes {
  readonly band: Band;
  /** How many may still be read; each takes about a microsecond where layout is done. */
  left: number;

  constructor(band: Band, most: number) {
    this.band = band;
    this.left = most;
  }

  reachOf(element: Element): ReturnType<typeof reachOf> {
    this.left--;
    return reachOf(element);
  }
}

/** What was looked at of a list. */
export interface Sorted {
  /** What may hold something near, in the order in which it comes down the page, where that is known. */
  near: Element[];
  /** What of it has no box of its own: it is hidden, or its contents stand for it. */
  boxless: Element[];
  far: Element[];
}

/** Sorts children of one parent, if they are many no more than those around the viewport. */
export function sortList(children: HTMLCollection, all: Boxes): Sorted {
  const { length } = children;
  const sorted: Sorted = { near: [], boxless: [], far: [] };
  // What is found is to be gone into, too: no list may take all there is to take.
  const boxes = new Boxes(all.band, (all.left + 1) >> 1);
  all.left -= boxes.left;
  const end = length > FEW ? STRAY : 0;
  // What is shown elsewhere than its neighbours stands at an end, as a rule.
  new Stretch(children, 0, end).sort(boxes, sorted);
  const last: Sorted = { near: [], boxless: sorted.boxless, far: sorted.far };
  new Stretch(children, length - end, length).sort(boxes, last);
  const open = [new Stretch(children, end, length - end)];
  for (let stretch = open.pop(); stretch && boxes.left > 0; stretch = open.pop()) {
    if (stretch.length <= FEW) stretch.sort(boxes, sorted);
    else if (stretch.findWay(boxes)) stretch.sort(boxes, sorted, stretch.firstNear(boxes));
    else open.push(...stretch.halves());
  }
  sorted.near.push(...last.near);
  all.left += boxes.left;
  return sorted;
}

/** Part of a list. */
class Stretch {
  readonly #children: HTMLCollection;
  readonly #from: number;
  readonly #to: number;
  #runsUp = false;

  constructor(children: HTMLCollection, from: number, to: number) {
    this.#children = children;
    this.#from = from;
    this.#to = to;
  }

  get length(): number {
    return this.#to - this.#from;
  }

  /** The first half last. */
  halves(): [Stretch, Stretch] {
    const middle = (this.#from + this.#to) >> 1;
    return [new Stretch(this.#children, middle, this.#to), new Stretch(this.#children, this.#from, middle)];
  }

  /** Sees by some samples whether it runs down the page, or up. @returns whether it does either. */
  findWay(boxes: Boxes): boolean {
    let [isDown, isUp] = [true, true];
    let last: number | null = null;
    for (let i = 0; i < SAMPLES; i++) {
      const child = this.#at(Math.floor((i * (this.length - 1)) / (SAMPLES - 1)));
      const box = child && boxes.reachOf(child);
      if (!box || box.isEmpty) continue;
      if (last !== null && box.top < last) isDown = false;
      if (last !== null && box.top > last) isUp = false;
      last = box.top;
    }
    this.#runsUp = isUp && !isDown;
    return isDown || isUp;
  }

  /** Where what is near begins in one that runs one way; a little before, for what stands side by side. */
  firstNear(boxes: Boxes): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      let at = middle;
      let box: ReturnType<typeof reachOf> | null = null;
      // What has no box says nothing of the order.
      for (; at < high && (box === null || box.isEmpty) && boxes.left > 0; at++) {
        const child = this.#at(at);
        box = child && boxes.reachOf(child);
      }
      if (box && !box.isEmpty && box.bottom < boxes.band.top) low = at;
      else high = middle;
    }
    return Math.max(0, low - STRAY);
  }

  /** @param first where to begin in one that runs one way, which ends after some that are not near. */
  sort(boxes: Boxes, sorted: Sorted, first: number | null = null): void {
    let misses = 0;
    for (let i = first ?? 0; i < this.length && boxes.left > 0; i++) {
      const child = this.#at(i);
      if (!child) return;
      if (isNear(child, boxes, sorted)) misses = 0;
      else if (++misses > STRAY && first !== null) return;
    }
  }

  /** An element by its place from above, where that is known. */
  #at(index: number): Element | null {
    return this.#children.item(this.#runsUp ? this.#to - 1 - index : this.#from + index);
  }
}

function isNear(element: Element, boxes: Boxes, { near, boxless, far }: Sorted): boolean {
  const { band } = boxes;
  const { top, bottom, isEmpty } = boxes.reachOf(element);
  if (isEmpty) boxless.push(element);
  // What text runs out of a box may be near where the box is not.
  const isReaching = top <= band.bottom && (bottom >= band.top || top + scrollHeightOf(element) >= band.top);
  (isEmpty || isReaching ? near : far).push(element);
  return isEmpty || isReaching;
}
