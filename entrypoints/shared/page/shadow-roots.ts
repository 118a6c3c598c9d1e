/** Owns reaching into shadow trees, the closed ones included where the browser lets an extension in. */

import { platformGetter } from './platform-getter';

const openRoot = platformGetter(Element.prototype, 'shadowRoot');
const localName = platformGetter(Element.prototype, 'localName');

/** When custom elements are looked at again that had no shadow tree yet: no event tells when they get one, in ms. */
export const LATE_ROOTS_MS = [1000, 4000];

/** Chromium's way into a closed root; Firefox has a property of the element. */
interface ExtensionGlobal {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}
type FirefoxElement = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * The element's shadow root, or null. Custom elements alone are asked for a closed root: of others it is too rare for
 * what asking costs.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const open = openRoot.call(element);
  if (open || !localName.call(element).includes('-')) return open;
  const { chrome } = globalThis as ExtensionGlobal; // In Firefox there is no `dom` in it.
  // Only an HTML element may have one: Chromium refuses others.
  if (chrome?.dom && element instanceof HTMLElement) return chrome.dom.openOrClosedShadowRoot(element);
  return (element as FirefoxElement).openOrClosedShadowRoot ?? null; // Absent in Chromium.
}
