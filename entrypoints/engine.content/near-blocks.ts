/**
 * Owns telling which blocks lie near the viewport, by where their boxes are. Looks at no more of the page than what is
 * there, and a little around it. An observer of intersections would be told, but costs more a target than this does a
 * block, and takes two frames for its first word.
 */
import { shadowRootOf } from '../shared/page/shadow-roots';
import { type Block, childrenOf, childrenOfRoot, queryAllIn } from './dom';
import { kindOf } from './kinds';
import { type Band, Boxes, sortList } from './near-list';

/** Boxes read at most on the way down to what is near. */
const MAX_BOXES = 3000;
/** And in what is not near, in search of what is shown elsewhere than its place in the page. */
const MAX_LOOSE = 300;
const MAX_FAR = 600;

/** What the browser shows above the page. */
const TOP_LAYER = ':modal, :popover-open';

/**
 * Blocks of `root` whose boxes reach into `band`: what is above the page first, the others as they come down it, then
 * what is shown elsewhere than its place in the page, and last what has no box. Forces layout if it is dirty.
 */
export function nearBlocks(root: Element, band: Band): Block[] {
  const walk = new Walk(band);
  for (const element of queryAllIn(root, TOP_LAYER)) walk.into(element);
  walk.into(root);
  walk.intoLoose();
  return [...walk.found, ...walk.boxless];
}

class Walk {
  readonly found: Block[] = [];
  readonly boxless: Block[] = [];
  readonly #boxes: Boxes;
  readonly #seen = new Set<Element>();
  readonly #isBoxless = new Set<Element>();
  readonly #far: Element[] = [];

  constructor(band: Band) {
    this.#boxes = new Boxes(band, MAX_BOXES);
  }

  /** Goes down into what is near. */
  into(root: Element): void {
    const open = [root];
    for (let element = open.pop(); element; element = open.pop()) {
      if (!this.#isNew(element)) continue;
      const shadow = shadowRootOf(element);
      const into = this.#isBoxless.has(element) ? this.boxless : this.found;
      if (kindOf(element) === 'block') into.push(element);
      if (shadow) into.push(shadow);
      for (const child of this.#nearIn(element, shadow).reverse()) open.push(child);
    }
  }

  /** Goes on in what is not near: the bar at the top of the screen may be in a header far up the page. */
  intoLoose(): void {
    this.#boxes.left = MAX_LOOSE;
    // Grows meanwhile, at its end: so what is deep comes last.
    for (const element of this.#far) {
      if (this.#boxes.left <= 0) return;
      if (!this.#isNew(element)) continue;
      for (const child of this.#nearIn(element, shadowRootOf(element))) this.into(child);
    }
  }

  #isNew(element: Element): boolean {
    if (this.#seen.has(element)) return false;
    this.#seen.add(element);
    const kind = kindOf(element);
    return kind !== 'unread' && kind !== 'silent';
  }

  #nearIn(element: Element, shadow: ShadowRoot | null): Element[] {
    const inner: Element[] = [];
    for (const children of shadow ? [childrenOf(element), childrenOfRoot(shadow)] : [childrenOf(element)]) {
      const { near, boxless, far } = sortList(children, this.#boxes);
      for (const child of near) inner.push(child);
      for (const child of boxless) this.#isBoxless.add(child);
      for (const child of far) if (this.#far.length < MAX_FAR) this.#far.push(child);
    }
    return inner;
  }
}
