/** Reads the page's DOM through the prototypes' own getters and methods, which named elements cannot clobber. */
import type { Box } from '../shared/page/box';
import { platformGetter as getter } from '../shared/page/platform-getter';
import { shadowRootOf } from '../shared/page/shadow-roots';

const nodeType = getter(Node.prototype, 'nodeType');
const parentNode = getter(Node.prototype, 'parentNode');
const firstChild = getter(Node.prototype, 'firstChild');
const previousSibling = getter(Node.prototype, 'previousSibling');
const nextSibling = getter(Node.prototype, 'nextSibling');
const connected = getter(Node.prototype, 'isConnected');
const textContent = getter(Node.prototype, 'textContent');
const localName = getter(Element.prototype, 'localName');
const elementSlot = getter(Element.prototype, 'assignedSlot');
const assignedSlot = getter(Text.prototype, 'assignedSlot');
const host = getter(ShadowRoot.prototype, 'host');
const children = getter(Element.prototype, 'children');
const childCount = getter(Element.prototype, 'childElementCount');
const childrenRoot = getter(DocumentFragment.prototype, 'children');
const scrollHeight = getter(Element.prototype, 'scrollHeight');
const scrollWidth = getter(Element.prototype, 'scrollWidth');

function nodeTypeOf(target: Node) {
  return nodeType.call(target);
}
/** `Node.parentNode`. */
export function parentOf(target: Node) {
  return parentNode.call(target);
}
/** `Node.firstChild`. */
export function firstChildOf(target: Node) {
  return firstChild.call(target);
}
/** `Node.previousSibling`. */
export function previousSiblingOf(target: Node) {
  return previousSibling.call(target);
}
/** `Node.nextSibling`. */
export function nextSiblingOf(target: Node) {
  return nextSibling.call(target);
}
/** `Node.isConnected`. */
export function isConnected(target: Node) {
  return connected.call(target);
}
/** `Node.textContent`. */
export function textContentOf(target: Node) {
  return textContent.call(target);
}
/** `Element.localName`: lower case in HTML. */
export function localNameOf(target: Element) {
  return localName.call(target);
}
function elementSlotOf(target: Element) {
  return elementSlot.call(target);
}
/** `Text.assignedSlot`: null for a slot in a closed tree. */
export function assignedSlotOf(target: Text) {
  return assignedSlot.call(target);
}
/** `ShadowRoot.host`. */
export function hostOf(target: ShadowRoot) {
  return host.call(target);
}
/** `Element.children`, live. */
export function childrenOf(target: Element) {
  return children.call(target);
}
/** `Element.childElementCount`. */
export function childCountOf(target: Element) {
  return childCount.call(target);
}
/** `DocumentFragment.children`, live. */
export function childrenOfRoot(target: DocumentFragment) {
  return childrenRoot.call(target);
}
/** `Element.scrollHeight`, in CSS pixels. Forces layout. */
export function scrollHeightOf(target: Element) {
  return scrollHeight.call(target);
}
/** `Element.scrollWidth`, in CSS pixels. Forces layout. */
export function scrollWidthOf(target: Element) {
  return scrollWidth.call(target);
}

/** A holder of text of its own: an element, or a shadow tree as a whole. */
export type Block = Element | ShadowRoot;

/** Whether the node is the root of a shadow tree. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return nodeTypeOf(node) === Node.DOCUMENT_FRAGMENT_NODE && node instanceof ShadowRoot;
}

/** The parent, or of a shadow root its host. */
export function composedParentOf(node: Node): Node | null {
  return parentOf(node) ?? (isShadowRoot(node) ? hostOf(node) : null);
}

/** Whether a node is inside an element or is it, shadow trees included. Linear in the depth. */
export function isInside(node: Node, top: Element): boolean {
  for (let current: Node | null = node; current; current = composedParentOf(current)) if (current === top) return true;
  return false;
}

/** The element around an element in the flat tree: its slot, its parent, or of a child of a shadow root its host. */
export function flatParentOf(element: Element): Element | null {
  const parent = slotOf(element) ?? composedParentOf(element);
  if (parent && isShadowRoot(parent)) return hostOf(parent);
  return isElement(parent) ? parent : null;
}

/** The element that represents a block where an element is required. */
export function elementOf(block: Block): Element {
  return isShadowRoot(block) ? hostOf(block) : block;
}

/**
 * Compares two nodes by their order in the composed page: light children of a host are ordered by their slots in its tree.
 * @returns negative, 0 or positive, as for `sort`. Linear in the depth of the tree.
 */
export function compareComposed(a: Node, b: Node): number {
  const [left, right] = [hostPath(a), hostPath(b)];
  for (let i = 0; ; i++) {
    const [x, y] = [left[i], right[i]];
    if (!x || !y) return left.length - right.length;
    if (x !== y) return compareInTree(x, y);
  }
}

const { compareDocumentPosition } = Node.prototype;

/**
 * Compares two different nodes of one tree; -1 or 1, as for `sort`. Asks the second node: in a long list Chromium finds a
 * following node a hundred times faster than a preceding one, and a sort of a nearly ordered list compares each item to
 * the one before.
 */
export function compareInTree(a: Node, b: Node): number {
  return compareDocumentPosition.call(b, a) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}

/** The node's representatives in the trees around it, outermost first: hosts, and slots of hosts it is a light descendant of. */
function hostPath(node: Node): Node[] {
  const path = [node];
  for (let current: Node | null = node; current; current = parentOf(current) ?? outerOf(current, path)) {
    const slot = slotOf(current);
    if (!slot) continue;
    path.unshift(slot);
    current = slot;
  }
  return path;
}

/** The slot that shows a node, if its tree is an open one. */
export function slotOf(node: Node): HTMLSlotElement | null {
  if (isElement(node)) return elementSlotOf(node);
  return isText(node) ? assignedSlotOf(node) : null;
}

/** The host of a shadow root, which is added to the path. */
function outerOf(node: Node, path: Node[]): Element | null {
  if (!isShadowRoot(node)) return null;
  path.unshift(hostOf(node));
  return hostOf(node);
}

const {
  getAttribute,
  getAttributeNames,
  getElementsByTagName,
  hasAttributes: hasAny,
  matches,
  querySelector,
} = Element.prototype;

/** `Element.getAttribute`. */
export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

/** `Element.getAttributeNames`. */
export function attributeNamesOf(element: Element): string[] {
  return getAttributeNames.call(element);
}

/** `Element.hasAttributes`. */
export function hasAttributes(element: Element): boolean {
  return hasAny.call(element);
}

/** All descendant elements in the same tree, live. Its `length` is known without visiting them. */
export function elementsIn(element: Element): HTMLCollectionOf<Element> {
  return getElementsByTagName.call(element, '*');
}

/** The first descendant that matches, or null. */
export function queryIn(element: Element, selector: string): Element | null {
  return querySelector.call(element, selector);
}

/** Descendants of one local name, live. */
export function elementsNamed(element: Element, name: string): HTMLCollectionOf<Element> {
  return getElementsByTagName.call(element, name);
}

/** `Element.matches`. */
export function isMatching(element: Element, selector: string): boolean {
  return matches.call(element, selector);
}

/** Whether the node is an element of any namespace. */
export function isElement(node: Node | null): node is Element {
  return node !== null && nodeTypeOf(node) === Node.ELEMENT_NODE;
}

/** In XHTML, a section of raw characters is text as well. */
export function isText(node: Node): node is Text {
  const type = nodeTypeOf(node);
  return type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE;
}

const { getBoundingClientRect } = Element.prototype;

/** An element's box; `isEmpty`: it has none. Forces layout if it is dirty. */
export function extentOf(element: Element): Box & { isEmpty: boolean } {
  const { top, bottom, left, right, width, height } = getBoundingClientRect.call(element);
  return { top, bottom, left, right, isEmpty: width === 0 && height === 0 };
}

const { getRootNode } = Node.prototype;

/** The document or shadow root a node is in; of a removed node, the topmost removed ancestor. */
export function rootOf(node: Node): Node {
  return getRootNode.call(node);
}

/** The focused element, in whatever shadow tree it is; null without one. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  for (let root = element && shadowRootOf(element); root?.activeElement; root = element && shadowRootOf(element)) {
    element = root.activeElement;
  }
  return element;
}
