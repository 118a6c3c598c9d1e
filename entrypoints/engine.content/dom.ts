/**
 * Owns reading the page's DOM where the page may have clobbered it: in Chromium a form's
 * `<input name=parentNode>` hides the property from us too, the prototype's getter does not.
 */

function getter<T, K extends keyof T>(prototype: T, name: K): (target: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`the platform has no getter for ${String(name)}`);
  return (target) => get.call(target) as T[K]; // The platform's getter of that name.
}

const nodeTypeOf = getter(Node.prototype, 'nodeType');
export const parentOf = getter(Node.prototype, 'parentNode');
export const isConnected = getter(Node.prototype, 'isConnected');
export const textContentOf = getter(Node.prototype, 'textContent');
export const localNameOf = getter(Element.prototype, 'localName');
export const assignedSlotOf = getter(Text.prototype, 'assignedSlot');
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
