/** Tests the text of a document against the prefilter, at the start and while it changes, until it matches. */
import type { Prefilter } from '../../glossary/find/prefilter';
import { LATE_ROOTS_MS, shadowRootOf } from '../shared/page/shadow-roots';
import { readText } from './page-text';

/** Minimum time between two tests of the whole text, in ms. */
const MIN_INTERVAL_MS = 500;
/** Share of the time that repeated tests may take. */
const MAX_SHARE = 1 / 50;

/**
 * Elements that may have a shadow tree: custom and rare ones. Checking common ones as well would cost three times as much
 * as testing the page's text. The commonest are listed first, since the browser compares one by one.
 */
const UNUSUAL =
  ':not(p,a,span,div,li,b,i,td,tr,img,br,em,strong,path,svg,ul,h3,h4,h2,dd,dt,script,link,meta,style,button,input,label,ol,dl,small,table,tbody,thead,th,picture,source,html,head,body,title,h1)';

/** Common elements that may have one, of which the first `MAX_COMMON` are checked: as many as an ordinary page has. */
const COMMON_HOSTS = ['div', 'span', 'p'];
const MAX_COMMON = 2000;

/** Calls `onMatch` once, when the document's text first matches. Observes it until then, or until `signal` aborts. */
export function prefilterPage(prefilter: Prefilter, onMatch: () => void, signal: AbortSignal): void {
  let isDone = false;
  let isWaiting = false;
  /** When the whole text may be tested again, as `performance.now()`. */
  let earliest = 0;
  /** Whether a custom element may still get a shadow tree, which causes no record. */
  let hasHosts = false;
  let late: ReturnType<typeof setTimeout>[] = [];
  const match = () => {
    isDone = true;
    observer.disconnect();
    onMatch();
  };
  const observe = (root: Document | ShadowRoot) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  const holds = (tops: readonly Node[]) => prefilter(readText(tops), () => readText(tops, true));
  /** All shadow trees in a document or tree. Observes each from now on. */
  const shadowsIn = (root: Document | ShadowRoot): ShadowRoot[] =>
    [...root.querySelectorAll(UNUSUAL), ...commonHostsIn(root)].flatMap((host) => {
      const shadow = shadowRootOf(host);
      hasHosts ||= !shadow && host.localName.includes('-');
      if (!shadow) return [];
      observe(shadow);
      return [shadow, ...shadowsIn(shadow)];
    });
  const isMatch = ({ body }: Document): boolean => {
    const tops = body ? [body] : [];
    if (holds(tops)) return true;
    const shadows = shadowsIn(document);
    return shadows.length > 0 && holds([...tops, ...shadows]);
  };
  const test = () => {
    if (isDone || signal.aborted) return;
    const begin = performance.now();
    if (isMatch(document)) match();
    earliest = begin + Math.max(MIN_INTERVAL_MS, (performance.now() - begin) / MAX_SHARE);
  };
  /** Tests the text, and again later where a shadow tree may come without a record. */
  const testNowAndLate = () => {
    isWaiting = false;
    hasHosts = false;
    test();
    for (const timer of late) clearTimeout(timer);
    late = hasHosts ? LATE_ROOTS_MS.map((ms) => setTimeout(test, Math.max(ms, earliest - performance.now()))) : [];
  };
  const observer = new MutationObserver((records) => {
    if (isDone || signal.aborted) return;
    // Text added in one piece is tested before it is painted; text put together bit by bit, a little later.
    if (records.some(({ addedNodes }) => [...addedNodes].some((node) => holds([node])))) match();
    else if (!isWaiting) {
      isWaiting = true;
      setTimeout(testNowAndLate, Math.max(0, earliest - performance.now()));
    }
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  observe(document);
  testNowAndLate();
}

/** The first few common elements. A live list is visited no further than it is read. */
function commonHostsIn(root: Document | ShadowRoot): Element[] {
  const hosts: Element[] = [];
  for (const name of COMMON_HOSTS) {
    const list = root instanceof Document ? root.getElementsByTagName(name) : root.querySelectorAll(name);
    hosts.push(...Array.prototype.slice.call(list, 0, MAX_COMMON - hosts.length));
  }
  return hosts;
}
