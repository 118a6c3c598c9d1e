/** Owns reaching into shadow trees, the closed ones included where the browser lets an extension in. */

import { platformGetter } from './platform-getter';

const openRootOf = platformGetter(Element.prototype, 'shadowRoot');
const localNameOf = platformGetter(Element.prototype, 'localName');

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
  const open = openRootOf(element);
  if (open || !localNameOf(element).includes('-')) return open;
  const { chrome } = globalThis as ExtensionGlobal; // In Firefox there is no `dom` in it.
  // Only an HTML element may have one: Chromium refuses others.
  if (chrome?.dom && element instanceof HTMLElement) return chrome.dom.openOrClosedShadowRoot(element);
  return (element as FirefoxElement).openOrClosedShadowRoot ?? null; // Absent in Chromium.
}

/**
 * Elements that may carry a shadow tree: custom ones and rare ones. To ask each of the commonest as well would cost
 * thrice what reading the page's text does.
 */
const MAY_HOST =
  ':not(html,head,body,meta,link,style,script,title,div,span,p,a,ul,ol,li,dl,dt,dd,table,tbody,thead,tr,td,th,img,br,b,i,em,strong,small,button,input,label,h1,h2,h3,h4,svg,path,picture,source)';

/** The common ones among them that may: asked are the first of them, as many as an ordinary page has. */
const COMMON_HOSTS = 'div,span,p';
const MAX_COMMON = 2000;

const { querySelectorAll: queryElement } = Element.prototype;
const { querySelectorAll: queryFragment } = DocumentFragment.prototype;
const { querySelectorAll: queryDocument } = Document.prototype;

/** Descendants of `root`, without those in other trees, that may carry a shadow tree. */
export function* possibleHosts(root: Document | ShadowRoot | Element): Generator<Element> {
  const query = root instanceof Element ? queryElement : root instanceof Document ? queryDocument : queryFragment;
  yield* query.call(root, MAY_HOST);
  const common = query.call(root, COMMON_HOSTS);
  for (let i = 0; i < Math.min(common.length, MAX_COMMON); i++) {
    const element = common[i];
    if (element) yield element;
  }
}
