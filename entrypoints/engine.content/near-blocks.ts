/**
 * Finds the blocks near the viewport by their boxes, going down from an element through the children that are near
 * (`near-children.ts`). An IntersectionObserver costs more for each target than this for each block, and takes two
 * frames for its first result.
 */
import type { Box } from '../shared/page/box';
import { shadowRootOf } from '../shared/page/shadow-roots';
import { BoxReader } from './box-reader';
import { type Block, childrenOf, childrenOfRoot, elementsNamed, isMatching } from './dom';
import { isReadByItself, kindOf } from './kinds';
import { nearChildren } from './near-children';

/** Boxes read while descending to near blocks. */
const MAX_BOXES = 3000;
/** Boxes read in far elements, and far elements kept, in search of content placed elsewhere than its parent. */
const MAX_PLACED_BOXES = 150;
const MAX_FAR = 300;

/** Blocks of `root` whose boxes reach into `area`, as they come down it; last those without a box. Forces layout if it is dirty. */
export function nearBlocks(root: Element, area: Box): Block[] {
  const search = new BlockSearch(area);
  search.descend(root);
  return search.blocks;
}

/** Blocks in the viewport: those in open dialogs first, last those placed in view by far parents. */
export function shownBlocks(root: Element): Block[] {
  const search = new BlockSearch(areaAround(0));
  // The browser caches this list until the page changes; a query for modal elements visits all of the page each time.
  for (const dialog of elementsNamed(root, 'dialog')) if (isMatching(dialog, ':modal')) search.descend(dialog);
  search.descend(root);
  search.descendFar();
  return search.blocks;
}

/** The viewport with a margin, in sizes of it. */
export function areaAround(margin: number): Box {
  const [x, y] = [margin * innerWidth, margin * innerHeight];
  return { top: -y, bottom: innerHeight + y, left: -x, right: innerWidth + x };
}

class BlockSearch {
  readonly #found: Block[] = [];
  readonly #boxlessBlocks: Block[] = [];
  readonly #boxes: BoxReader;
  readonly #seen = new Set<Element>();
  readonly #boxless = new Set<Element>();
  readonly #far: Element[] = [];

  constructor(area: Box) {
    this.#boxes = new BoxReader(area, MAX_BOXES);
  }

  get blocks(): Block[] {
    return [...this.#found, ...this.#boxlessBlocks];
  }

  /** Adds `root`'s near blocks. */
  descend(root: Element): void {
    const open = [root];
    for (let element = open.pop(); element; element = open.pop()) {
      if (!this.#isNew(element)) continue;
      const shadow = shadowRootOf(element);
      const into = this.#boxless.has(element) ? this.#boxlessBlocks : this.#found;
      if (isReadByItself(kindOf(element))) into.push(element);
      if (shadow) into.push(shadow);
      for (const child of this.#nearIn(element, shadow).reverse()) open.push(child);
    }
  }

  /** Continues in far elements: a bar fixed to the top of the screen may be in a header far up the page. */
  descendFar(): void {
    this.#boxes.left = MAX_PLACED_BOXES;
    // The list grows at its end meanwhile: deep elements come last.
    for (const element of this.#far) {
      if (this.#boxes.left <= 0) return;
      if (!this.#isNew(element)) continue;
      for (const child of this.#nearIn(element, shadowRootOf(element))) this.descend(child);
    }
  }

  #isNew(element: Element): boolean {
    if (this.#seen.has(element)) return false;
    this.#seen.add(element);
    const kind = kindOf(element);
    return kind !== 'unread' && kind !== 'skipped';
  }

  #nearIn(element: Element, shadow: ShadowRoot | null): Element[] {
    const inner: Element[] = [];
    for (const children of shadow ? [childrenOf(element), childrenOfRoot(shadow)] : [childrenOf(element)]) {
      const { near, boxless, far } = nearChildren(children, this.#boxes);
      for (const child of near) inner.push(child);
      for (const child of boxless) this.#boxless.add(child);
      for (const child of far) if (this.#far.length < MAX_FAR) this.#far.push(child);
    }
    return inner;
  }
}
