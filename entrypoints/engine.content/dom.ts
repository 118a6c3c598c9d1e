/** Owns reading the page's DOM by the platform's own getters, which a page cannot clobber. */
import { platformGetter as getter } from '../shared/platform-getter';

const nodeTypeOf = getter(Node.prototype, 'nodeType');
export const parentOf = getter(Node.prototype, 'parentNode');
export const isConnected = getter(Node.prototype, 'isConnected');
export const textContentOf = getter(Node.prototype, 'textContent');
export const localNameOf = getter(Element.prototype, 'localName');
export const assignedSlotOf = getter(Text.prototype, 'assignedSlot');
const hostOf = getter(ShadowRoot.prototype, 'host');

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

/** Order of the page as it is composed: what is in a shadow tree comes before the light children of its host. */
export function compareComposed(a: Node, b: Node): number {
  const [left, right] = [hostPath(a), hostPath(b)];
  for (let i = 0; ; i++) {
    const [x, y] = [left[i], right[i]];
    if (!x || !y) return left.length - right.length;
    if (x !== y) return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
}

/** The hosts of the shadow trees a node is in, the outermost first, and the node itself. */
function hostPath(node: Node): Node[] {
  const path = [node];
  for (let root = node.getRootNode(); isShadowRoot(root); root = hostOf(root).getRootNode()) path.unshift(hostOf(root));
  return path;
}

const getAttribute = Element.prototype.getAttribute;
const matches = Element.prototype.matches;

export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

export function isMatching(element: Element, selector: string): boolean {
  return matches.call(element, selector);
}

export function isElement(node: Node | null): node is Element {
  return node !== null && nodeTypeOf(node) === Node.ELEMENT_NODE;
}

export function isText(node: Node): node is Text {
  return nodeTypeOf(node) === Node.TEXT_NODE;
}
