/**
 * Owns telling which blocks lie near the viewport, by where their boxes are. Looks at no more of the page than what is
 * there, and a little around it. An observer of intersections would be told, but costs more a target than this does a
 * block, and takes two frames for its first word.
 */
import { shadowRootOf } from '../shared/page/shadow-roots';
import { type Block, childrenOf, childrenOfRoot, elementsNamed, isMatching } from './dom';
import { kindOf } from './kinds';
import { type Band, Boxes, sortList } from './near-list';

/** Boxes read at most on the way down to what is near. */
const MAX_BOXES = 3000;
/** And in what is not near, in search of what is shown elsewhere than its place in the page. */
const MAX_LOOSE = 150;
const MAX_FAR = 300;

/** Blocks of `root` whose boxes reach into `band`, as they come down it; last what has no box. Forces layout if it is dirty. */
export function nearBlocks(root: Element, band: Band): Block[] {
  const walk = new Walk(band);
  walk.into(root);
  return walk.all;
}

/** Blocks in the viewport: what is in open dialogs first, and what is shown elsewhere than its place in the page, too. */
export function shownBlocks(root: Element): Block[] {
  const walk = new Walk({ top: 0, bottom: innerHeight });
  // The browser keeps this list until the page changes; to ask for what is modal goes through all of it each time.
  for (const dialog of elementsNamed(root, 'dialog')) if (isMatching(dialog, ':modal')) walk.into(dialog);
  walk.into(root);
  walk.intoLoose();
  return walk.all;
}

class Walk {
  readonly #found: Block[] = [];
  readonly #boxless: Block[] = [];
  readonly #boxes: Boxes;
  readonly #seen = new Set<Element>();
  readonly #isBoxless = new Set<Element>();
  readonly #far: Element[] = [];

  constructor(band: Band) {
    this.#boxes = new Boxes(band, MAX_BOXES);
  }

  get all(): Block[] {
    return [...this.#found, ...this.#boxless];
  }

  /** Goes down into what is near. */
  into(root: Element): void {
    const open = [root];
    for (let element = open.pop(); element; element = open.pop()) {
      if (!this.#isNew(element)) continue;
      const shadow = shadowRootOf(element);
      const into = this.#isBoxless.has(element) ? this.#boxless : this.#found;
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
