/**
 * Finds the element of the page that a card is appended to: the layer that contains its mark. Outside an open modal dialog
 * or an element in full screen a card would be inert, and a press outside a menu, popover or box over the page closes it.
 */
import { platformGetter } from '../shared/page/platform-getter';
import { shadowRootOf } from '../shared/page/shadow-roots';

/** Where the host is put. */
export interface CardParent {
  parent: Element;
  /** The slot of the parent's shadow tree that shows the host; '' for the default one. */
  slot: string;
  /** Whether the page's own styles and scripts make the layer, and may hide it as soon as the pointer leaves it. */
  isPageMade: boolean;
}

/** Roles of what opens over a page, or in it, and closes by a press elsewhere. */
const ROLES = ['dialog', 'alertdialog', 'menu', 'menubar', 'listbox', 'tooltip', 'tree'];
const LAYER = `${ROLES.map((role) => `[role="${role}"]`).join(', ')}, [aria-modal="true"]`;
/** Elements in which every click has an effect, even if the event is stopped. */
const INTERACTIVE =
  'a[href], button, label, summary, select, textarea, object, [contenteditable]:not([contenteditable="false"])';
/** The share of the viewport, in both directions, from which an element is a ground and no box. */
const GROUND_SHARE = 0.9;
/** The most ancestors that are checked: a page can nest elements without limit. */
const MAX_DEPTH = 200;

const parentNode = platformGetter(Node.prototype, 'parentNode');
const assignedSlot = platformGetter(Element.prototype, 'assignedSlot');
const { matches, getBoundingClientRect, getAttribute } = Element.prototype;

/** The innermost layer around `context` that can hold the host, or the document element. Forces layout. */
export function cardParentFor(context: Element): CardParent {
  const path = ancestorsOf(context);
  // A host in something interactive would be part of it.
  const first = path.findLastIndex((element) => matches.call(element, INTERACTIVE)) + 1;
  for (let i = 0; i < path.length - 1; i++) {
    const element = path[i];
    if (!element || !isLayer(element)) continue;
    const isBox = isNative(element) || !isGround(element);
    const found = holderOf(path, Math.max(first, isBox ? i : boxIndexIn(path, i)));
    if (found) return { ...found, isPageMade: !isNative(element) };
  }
  return rootPlace();
}

/** The document element. Read each time, because a page may replace it. */
export function rootPlace(): CardParent {
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

function renderedParentOf(element: Element): Element | null {
  const parent = assignedSlot.call(element) ?? parentNode.call(element);
  if (parent instanceof ShadowRoot) return parent.host;
  if (!(parent instanceof Element)) return null;
  return parent instanceof HTMLSlotElement ? parent : (closedSlotOf(parent, element) ?? parent);
}

/** The slot of a closed tree that shows an element: the page's own `assignedSlot` keeps it secret. */
function closedSlotOf(host: Element, element: Element): Element | null {
  const name = getAttribute.call(element, 'slot') ?? '';
  const slots = shadowRootOf(host)?.querySelectorAll('slot') ?? [];
  return [...slots].find((slot) => slot.name === name) ?? null;
}

/** Whether the browser itself lays the element over the page. */
function isNative(element: Element): boolean {
  return matches.call(element, 'dialog[open], :popover-open, :fullscreen');
}

function isLayer(element: Element): boolean {
  if (isNative(element) || matches.call(element, LAYER)) return true;
  const { position, zIndex, backgroundColor } = getComputedStyle(element);
  if (position !== 'fixed' && position !== 'absolute') return false;
  // Pages also position content in this way that is no layer: whole applications, and each line of a document.
  if (Number(zIndex) > 0 || isSheer(backgroundColor)) return true;
  return position === 'fixed' && !isGround(element);
}

/** Whether a colour is seen through, but seen: a shade. */
function isSheer(colour: string): boolean {
  const alpha = Number(/[,/] *([\d.]+)\)$/.exec(colour)?.[1] ?? 1);
  return (colour.startsWith('rgba') || colour.includes('/')) && alpha > 0 && alpha < 1;
}

/** Whether an element covers nearly all of the viewport, as the ground below a box does. */
function isGround(element: Element): boolean {
  const { left, right, top, bottom } = getBoundingClientRect.call(element);
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return width >= GROUND_SHARE * innerWidth && height >= GROUND_SHARE * innerHeight;
}

/** The index in `path` of the outermost box on the ground `path[i]`; `i` if there is none. */
function boxIndexIn(path: readonly Element[], i: number): number {
  for (let k = i - 1; k > 0; k--) {
    const element = path[k];
    if (element && !isGround(element) && getComputedStyle(element).display !== 'inline') return k;
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
