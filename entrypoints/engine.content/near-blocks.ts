/**
 * Owns telling which blocks lie near the viewport, by where their boxes are. Looks at no more of the page than what is
 * there: long lists are searched by halves. An observer of intersections would be told, but costs more a target than
 * this does a block, and takes two frames for its first word.
 */
import { shadowRootOf } from '../shared/page/shadow-roots';
import { type Block, childrenOf, childrenOfRoot, isShadowRoot, reachOf, scrollHeightOf } from './dom';
import { kindOf } from './kinds';

/** A list no longer than this is looked at one by one. */
const FEW = 48;
/** After so many out of reach, the rest of a list is. */
const STRAY = 12;
/** Places of a list that are looked at to see which way it runs. */
const SAMPLES = 9;
/** Boxes read at most, so that no page makes this long; each takes about a microsecond where layout is done. */
const MAX_BOXES = 3000;

/** A stretch of the viewport's height, in CSS pixels. */
export interface Band {
  top: number;
  bottom: number;
}

/** Blocks of `root` whose boxes reach into `band`, in document order. Forces layout if it is dirty. */
export function nearBlocks(root: Element, band: Band): Block[] {
  const found: Block[] = [];
  const open: Element[] = [root];
  let boxes = 0;
  const isNear = (element: Element): boolean => {
    boxes++;
    const { top, bottom, isEmpty } = reachOf(element);
    if (isEmpty || top > band.bottom) return isEmpty;
    // What flows out of a box may be near where the box is not.
    return bottom >= band.top || top + scrollHeightOf(element) >= band.top;
  };
  while (boxes < MAX_BOXES) {
    const element = open.pop();
    if (!element) break;
    const kind = kindOf(element);
    if (kind === 'unread' || kind === 'silent') continue;
    if (kind === 'block') found.push(element);
    const inner = [...nearChildren(element, band, isNear)];
    const shadow = shadowRootOf(element);
    if (shadow) {
      found.push(shadow);
      inner.push(...nearChildren(shadow, band, isNear));
    }
    for (const child of inner.reverse()) open.push(child);
  }
  return found;
}

function* nearChildren(parent: Block, band: Band, isNear: (element: Element) => boolean): Generator<Element> {
  const children = isShadowRoot(parent) ? childrenOfRoot(parent) : childrenOf(parent);
  const { length } = children;
  const isSearched = length > FEW && runsDown(children);
  let misses = 0;
  for (let i = isSearched ? firstNear(children, band) : 0; i < length; i++) {
    const child = children.item(i);
    if (!child) return;
    if (isNear(child)) {
      misses = 0;
      yield child;
    } else if (isSearched && ++misses > STRAY) return;
  }
}

/** Whether a list runs down the page, by some samples; columns and grids begin again at the top. */
function runsDown(children: HTMLCollection): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < SAMPLES; i++) {
    const child = children.item(Math.floor((i * children.length) / SAMPLES));
    const box = child && reachOf(child);
    if (!box || box.isEmpty) continue;
    if (box.top < last) return false;
    last = box.top;
  }
  return true;
}

/** Where in a list that runs down what is near begins; a little before, for what stands side by side. */
function firstNear(children: HTMLCollection, band: Band): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    let box: ReturnType<typeof reachOf> | null = null;
    // What has no box says nothing of the order.
    for (; at < high && (box === null || box.isEmpty); at++) {
      const child = children.item(at);
      box = child ? reachOf(child) : null;
    }
    if (box && !box.isEmpty && box.bottom < band.top) low = at;
    else high = middle;
  }
  return Math.max(0, low - STRAY);
}
