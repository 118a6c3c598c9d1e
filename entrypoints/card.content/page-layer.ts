/**
 * Decides whether an element of the page is a layer over it: a dialog, menu or popover, native or made by the page's own
 * styles and scripts.
 */
import { platformGetter } from '../shared/page/platform-getter';
import { shadowRootOf } from '../shared/page/shadow-roots';

/** Roles of what opens over a page, or in it, and closes by a press elsewhere. */
const ROLES = ['dialog', 'alertdialog', 'menu', 'menubar', 'listbox', 'tooltip', 'tree'];
const LAYER = `${ROLES.map((role) => `[role="${role}"]`).join(', ')}, [aria-modal="true"]`;
/** Classes of what opens over a page, in the common frameworks. */
const CLASSES = ['dropdown', 'popover', 'popup', 'modal', 'tooltip', 'flyout', 'drawer', 'lightbox'];
const BY_CLASS = CLASSES.map((name) => `[class*="${name}" i]`).join(', ');
/** A control that shows that it is open. */
const EXPANDED = '[aria-expanded="true"]';
/** The share of the viewport, in both directions, from which an element is a backdrop. */
const BACKDROP_SHARE = 0.9;
/** The most neighbours that are checked. */
const MAX_NEIGHBOURS = 40;

const parentNode = platformGetter(Node.prototype, 'parentNode');
const children = platformGetter(Element.prototype, 'children');
const previousElement = platformGetter(Element.prototype, 'previousElementSibling');
const assignedSlot = platformGetter(Element.prototype, 'assignedSlot');
const { matches, getBoundingClientRect, getAttribute } = Element.prototype;
const { getRootNode } = Node.prototype;

/** The parent of an element as it is rendered: its slot, or the host of its shadow tree; null for the document element. */
export function renderedParentOf(element: Element): Element | null {
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
export function isNative(element: Element): boolean {
  return matches.call(element, 'dialog[open], :popover-open, :fullscreen');
}

/** Whether an element opens over the page, or in it, and closes by a press elsewhere. Forces layout. */
export function isLayer(element: Element): boolean {
  if (isNative(element) || matches.call(element, LAYER) || isExpanded(element)) return true;
  const { position, zIndex, backgroundColor } = getComputedStyle(element);
  if (position !== 'fixed' && position !== 'absolute') return false;
  // Pages also position whole applications, and each line of a document, in this way: they are no layers.
  if (Number(zIndex) > 0 || isTranslucent(backgroundColor) || matches.call(element, BY_CLASS)) return true;
  if (isBackdrop(element)) return position === 'fixed' && hasNeighbours(element);
  return position === 'fixed' || isDropDown(element);
}

/** Whether a colour is translucent: neither opaque nor fully transparent. */
function isTranslucent(colour: string): boolean {
  const alpha = Number(/[,/] *([\d.]+)\)$/.exec(colour)?.[1] ?? 1);
  return (colour.startsWith('rgba') || colour.includes('/')) && alpha > 0 && alpha < 1;
}

/** Whether an expanded control belongs to the element: it controls it, names it, or stands directly before it. */
function isExpanded(element: Element): boolean {
  const before = previousElement.call(element);
  if (before && matches.call(before, EXPANDED)) return true;
  const id = getAttribute.call(element, 'id');
  const names = getAttribute.call(element, 'aria-labelledby')?.split(/\s+/).filter(Boolean) ?? [];
  const selectors = names.map((name) => `#${CSS.escape(name)}${EXPANDED}`);
  if (id) selectors.push(`${EXPANDED}[aria-controls~="${CSS.escape(id)}"]`);
  if (selectors.length === 0) return false;
  const root = getRootNode.call(element);
  const tree = root instanceof ShadowRoot ? root : document.documentElement;
  return tree.querySelector(selectors.join(', ')) !== null;
}

/** Whether an element has a background, and lies over the page or beside its parent, as a menu below its button does. */
function isDropDown(element: Element): boolean {
  const parent = renderedParentOf(element);
  const { backgroundColor } = getComputedStyle(element);
  if (!parent || /^transparent$|, 0\)$|\/ 0\)$/.test(backgroundColor)) return false;
  const own = getBoundingClientRect.call(element);
  const around = getBoundingClientRect.call(parent);
  // All of a document may be laid out in this way.
  if (parent === document.body) return around.height > 0;
  return own.bottom > around.bottom + own.height / 2 || own.top < around.top - own.height / 2;
}

/** Whether an element has visible siblings. One that fills the viewport then lies over the page. */
function hasNeighbours(element: Element): boolean {
  const parent = renderedParentOf(element);
  const all = parent ? [...children.call(parent)] : [];
  return all.slice(0, MAX_NEIGHBOURS).some((other) => {
    if (other === element) return false;
    const { width, height } = getBoundingClientRect.call(other);
    return width * height > 0;
  });
}

/** Whether an element covers nearly all of the viewport, as the backdrop of a dialog does. */
export function isBackdrop(element: Element): boolean {
  const { left, right, top, bottom } = getBoundingClientRect.call(element);
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return width >= BACKDROP_SHARE * innerWidth && height >= BACKDROP_SHARE * innerHeight;
}
