/** Owns reading the page's DOM by the platform's own getters, which a page cannot clobber. */
import { platformGetter as getter } from '../shared/page/platform-getter';

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

function nodeTypeOf(target: Node) {
  return nodeType.call(target);
}
export function parentOf(target: Node) {
  return parentNode.call(target);
}
export function firstChildOf(target: Node) {
  return firstChild.call(target);
}
export function previousSiblingOf(target: Node) {
  return previousSibling.call(target);
}
export function nextSiblingOf(target: Node) {
  return nextSibling.call(target);
}
export function isConnected(target: Node) {
  return connected.call(target);
}
export function textContentOf(target: Node) {
  return textContent.call(target);
}
export function localNameOf(target: Element) {
  return localName.call(target);
}
function elementSlotOf(target: Element) {
  return elementSlot.call(target);
}
export function assignedSlotOf(target: Text) {
  return assignedSlot.call(target);
}
export function hostOf(target: ShadowRoot) {
  return host.call(target);
}
export function childrenOf(target: Element) {
  return children.call(target);
}
export function childCountOf(target: Element) {
  return childCount.call(target);
}
export function childrenOfRoot(target: DocumentFragment) {
  return childrenRoot.call(target);
}
export function scrollHeightOf(target: Element) {
  return scrollHeight.call(target);
}

/** What holds text of its own: an element, or a shadow tree as a whole. */
export type Block = Element | ShadowRoot;

export function isShadowRoot(node: Node): node is ShadowRoot {
  return nodeTypeOf(node) === Node.DOCUMENT_FRAGMENT_NODE && node instanceof ShadowRoot;
}

/** The parent, or of a shadow root its host. */
export function composedParentOf(node: Node): Node | null {
  return parentOf(node) ?? (isShadowRoot(node) ? hostOf(node) : null);
}

/** The element that stands for a block where only an element will do. */
export function elementOf(block: Block): Element {
  return isShadowRoot(block) ? hostOf(block) : block;
}

/** Order of the page as it is composed: light children of a host stand where its tree has their slot. */
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
 * Order of two different nodes of one tree. Asked of the second: in a long list Chromium finds a node that follows a
 * hundred times sooner than one that precedes, and a sort of what is nearly in order compares each to the one before.
 */
export function compareInTree(a: Node, b: Node): number {
  return compareDocumentPosition.call(b, a) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}

/** What stands for a node in each tree it is in: hosts, and slots of hosts it is a light descendant of; outermost first. */
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

/** The host of a shadow root, which then stands in the path. */
function outerOf(node: Node, path: Node[]): Element | null {
  if (!isShadowRoot(node)) return null;
  path.unshift(hostOf(node));
  return hostOf(node);
}

const { getAttribute, getElementsByTagName, hasAttributes: hasAny, matches, querySelector } = Element.prototype;

export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

export function hasAttributes(element: Element): boolean {
  return hasAny.call(element);
}

/** All elements in one, in its tree: a live list, which is counted without being gone through. */
export function elementsIn(element: Element): HTMLCollectionOf<Element> {
  return getElementsByTagName.call(element, '*');
}

/** The first descendant that matches, or null. */
export function queryIn(element: Element, selector: string): Element | null {
  return querySelector.call(element, selector);
}

/** Its descendants of one name, as they are at any time. */
export function elementsNamed(element: Element, name: string): HTMLCollectionOf<Element> {
  return getElementsByTagName.call(element, name);
}

export function isMatching(element: Element, selector: string): boolean {
  return matches.call(element, selector);
}

export function isElement(node: Node | null): node is Element {
  return node !== null && nodeTypeOf(node) === Node.ELEMENT_NODE;
}

/** In XHTML, a section of raw characters is text as well. */
export function isText(node: Node): node is Text {
  const type = nodeTypeOf(node);
  return type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE;
}

const { getBoundingClientRect } = Element.prototype;

/** From where to where an element's box reaches in the viewport, in CSS pixels. */
export function reachOf(element: Element): { top: number; bottom: number; isEmpty: boolean } {
  const { top, bottom, width, height } = getBoundingClientRect.call(element);
  return { top, bottom, isEmpty: width === 0 && height === 0 };
}

const { getRootNode } = Node.prototype;

/** The document or shadow tree a node is in, or the top of what it was taken out with. */
export function rootOf(node: Node): Node {
  return getRootNode.call(node);
}
