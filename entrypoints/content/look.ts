/** Owns the one cheap look that decides whether a document needs the engine, now and while it changes. */
import { LATE_ROOTS_MS, shadowRootOf } from '../shared/page/shadow-roots';

/** The whole text is looked at again no sooner than this after the last time, in ms. */
const MIN_INTERVAL_MS = 500;
/** Looking again may take this share of the time. */
const MAX_SHARE = 1 / 50;

/** A word in ruby is parted by its reading in the plain text of the page: only the engine can tell. */
const READING = 'rt';

/**
 * Elements that may carry a shadow tree: custom ones and rare ones. To ask each of the commonest as well would cost
 * thrice what reading the page's text does. The commonest come first: each is compared until one is the same.
 */
const UNUSUAL =
  ':not(p,a,span,div,li,b,i,td,tr,img,br,em,strong,path,svg,ul,h3,h4,h2,dd,dt,script,link,meta,style,button,input,label,ol,dl,small,table,tbody,thead,th,picture,source,html,head,body,title,h1)';

/** The common ones among them that may: asked are the first of them, as many as an ordinary page has. */
const COMMON_HOSTS = ['div', 'span', 'p'];
const MAX_COMMON = 2000;

/** Calls `onFind` once, when the document's text first may hold a form; looks until then, or until `signal` aborts. */
export function lookFor(prefilter: (text: string) => boolean, onFind: () => void, signal: AbortSignal): void {
  const done = new AbortController();
  const isOver = () => signal.aborted || done.signal.aborted;
  let isWaiting = false;
  let earliest = 0;
  /** Whether there is a custom element that may get a shadow tree yet. */
  let hasHosts = false;
  let late: ReturnType<typeof setTimeout>[] = [];
  const find = () => {
    done.abort();
    observer.disconnect();
    onFind();
  };
  const watch = (root: Document | ShadowRoot) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  const mayHold = (text: string | null | undefined) => prefilter(text ?? '');
  /** Shadow trees are no part of the text of what they hang on. Those met are watched from then on. */
  const mayHoldInShadow = (host: Element): boolean => {
    const shadow = shadowRootOf(host);
    hasHosts ||= !shadow && host.localName.includes('-');
    if (!shadow) return false;
    watch(shadow);
    return mayHold(shadow.textContent) || mayHoldInUnusual(shadow);
  };
  const mayHoldInUnusual = (root: Document | ShadowRoot): boolean => {
    for (const element of root.querySelectorAll(UNUSUAL)) {
      if (element.localName === READING || mayHoldInShadow(element)) return true;
    }
    return commonHostsIn(root).some(mayHoldInShadow);
  };
  const look = () => {
    if (isOver()) return;
    const begin = performance.now();
    if (mayHold(document.body?.textContent) || mayHoldInUnusual(document)) find();
    earliest = begin + Math.max(MIN_INTERVAL_MS, (performance.now() - begin) / MAX_SHARE);
  };
  /** Looks, and again later where a shadow tree may come without a change of the page. */
  const lookNowAndLate = () => {
    isWaiting = false;
    hasHosts = false;
    look();
    for (const timer of late) clearTimeout(timer);
    late = hasHosts ? LATE_ROOTS_MS.map((ms) => setTimeout(look, Math.max(ms, earliest - performance.now()))) : [];
  };
  const observer = new MutationObserver((records) => {
    if (isOver()) return;
    // What arrives in one piece is seen before it is painted; what is put together bit by bit, a little later.
    if (records.some((record) => [...record.addedNodes].some((node) => mayHold(node.textContent)))) find();
    else if (!isWaiting) {
      isWaiting = true;
      setTimeout(lookNowAndLate, Math.max(0, earliest - performance.now()));
    }
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  watch(document);
  lookNowAndLate();
}

/** The first few of the common elements. A live list is gone through no further than asked. */
function commonHostsIn(root: Document | ShadowRoot): Element[] {
  const hosts: Element[] = [];
  for (const name of COMMON_HOSTS) {
    const list = root instanceof Document ? root.getElementsByTagName(name) : root.querySelectorAll(name);
    for (let i = 0; hosts.length < MAX_COMMON; i++) {
      const element = list.item(i);
      if (!element) break;
      hosts.push(element);
    }
  }
  return hosts;
}
