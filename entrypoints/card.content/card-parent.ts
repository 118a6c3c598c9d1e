/**
 * Finds the element of the page that a card is appended to: the layer that contains its mark. Outside an open modal dialog
 * or an element in full screen a card would be inert, and a press outside a menu, popover or box over the page closes it.
 */
import { platformGetter } from '../shared/page/platform-getter';
import { shadowRootOf } from '../shared/page/shadow-roots';
import { isBackdrop, isLayer, isNative, renderedParentOf } from './page-layer';

/** Where the host is put. */
export interface CardParent {
  parent: Element;
  /** The slot of the parent's shadow tree that shows the host; '' for the default one. */
  slot: string;
  /** Whether the page's own styles and scripts make the layer, and may hide it as soon as the pointer leaves it. */
  isPageMade: boolean;
}

/** Elements in which every click has an effect, even if the event is stopped. */
const INTERACTIVE =
  'a[href], button, label, summary, select, textarea, object, [contenteditable]:not([contenteditable="false"])';
/** The most ancestors that are checked: a page can nest elements without limit. */
const MAX_DEPTH = 200;

const parentNode = platformGetter(Node.prototype, 'parentNode');
const { matches, getAttribute } = Element.prototype;

/** The innermost layer around `context` that can hold the host, or the document element. Forces layout. */
export function cardParentFor(context: Element): CardParent {
  const path = ancestorsOf(context);
  // A host in something interactive would be part of it.
  const first = path.findLastIndex((element) => matches.call(element, INTERACTIVE)) + 1;
  for (let i = 0; i < path.length - 1; i++) {
    const element = path[i];
    if (!element || !isLayer(element)) continue;
    const isBox = isNative(element) || !isBackdrop(element);
    const found = holderOf(path, Math.max(first, isBox ? i : boxIndexIn(path, i)));
    if (found) return { ...found, isPageMade: !isNative(element) };
  }
  return rootParent();
}

/** The document element. Read each time, because a page may replace it. */
export function rootParent(): CardParent {
  return { parent: document.documentElement, slot: '', isPageMade: false };
}

/** The element and its ancestors as they are rendered: through slots, and out of shadow trees. */
function ancestorsOf(context: Element): Element[] {
  const path: Element[] = [];
  for (let element: Element | null = context; element && path.length < MAX_DEPTH; element = renderedParentOf(element)) {
    path.push(element);
  }
  return path;
}

/** The index in `path` of the outermost box on the backdrop `path[i]`; `i` if there is none. */
function boxIndexIn(path: readonly Element[], i: number): number {
  for (let k = i - 1; k > 0; k--) {
    const element = path[k];
    if (element && !isBackdrop(element) && getComputedStyle(element).display !== 'inline') return k;
  }
  return i;
}

/** The place in `path[i]` or the next of its ancestors that can hold the host; null where none but the root can. */
function holderOf(path: readonly Element[], i: number): Omit<CardParent, 'isPageMade'> | null {
  for (let k = i; k < path.length - 1; k++) {
    const parent = path[k];
    if (!(parent instanceof HTMLElement) || parent instanceof HTMLSlotElement || parent === document.body) continue;
    if (!shadowRootOf(parent)) return { parent, slot: '' };
    // Its shadow tree shows children in slots only: the host goes beside the child that the mark is in.
    const child = path.slice(0, k).findLast((element) => parentNode.call(element) === parent);
    if (child || k === 0) return { parent, slot: (child && getAttribute.call(child, 'slot')) ?? '' };
  }
  return null;
}
