/** Opens shadow trees, closed ones included where the browser permits that to an extension. */
import { platformGetter } from './platform-getter';

const openRoot = platformGetter(Element.prototype, 'shadowRoot');
const localName = platformGetter(Element.prototype, 'localName');

/** When custom elements without a shadow tree are checked again, in ms: no event tells when they get one. */
export const LATE_ROOTS_MS = [1000, 4000];

/** Chromium's function for closed roots; Firefox has a property of the element. */
interface ExtensionGlobal {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}
type FirefoxElement = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * The element's shadow root, or null. Finds closed roots of custom elements only: they are too rare elsewhere for the
 * cost of the call.
 */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const open = openRoot.call(element);
  if (open || !localName.call(element).includes('-')) return open;
  const { chrome } = globalThis as ExtensionGlobal; // In Firefox there is no `dom` in it.
  // Only an HTML element may have one: Chromium refuses others.
  if (chrome?.dom && element instanceof HTMLElement) return chrome.dom.openOrClosedShadowRoot(element);
  return (element as FirefoxElement).openOrClosedShadowRoot ?? null; // Absent in Chromium.
}
