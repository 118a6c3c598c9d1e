/** Tests the text of a document against the prefilter, at the start and while it changes, until it matches. */
import { LATE_ROOTS_MS, shadowRootOf } from '../shared/page/shadow-roots';

/** Minimum time between two tests of the whole text, in ms. */
const MIN_INTERVAL_MS = 500;
/** Share of the time that repeated tests may take. */
const MAX_SHARE = 1 / 50;

/** Ruby readings interrupt words in the plain text of a page: only the engine can read it. */
const READING = 'rt';

/**
 * Elements that may have a shadow tree: custom and rare ones. Checking common ones as well would cost three times as much
 * as testing the page's text. The commonest are listed first, since the browser compares one by one.
 */
const UNUSUAL =
  ':not(p,a,span,div,li,b,i,td,tr,img,br,em,strong,path,svg,ul,h3,h4,h2,dd,dt,script,link,meta,style,button,input,label,ol,dl,small,table,tbody,thead,th,picture,source,html,head,body,title,h1)';

/** Common elements that may have one, of which the first `MAX_COMMON` are checked: as many as an ordinary page has. */
const COMMON_HOSTS = ['div', 'span', 'p'];
const MAX_COMMON = 2000;

/** Calls `onMatch` once, when the text of the document first matches. Observes it until then, or until the signal aborts. */
export class PagePrefilter {
  readonly #matches: (text: string) => boolean;
  readonly #onMatch: () => void;
  readonly #signal: AbortSignal;
  readonly #observer = new MutationObserver((records) => this.#change(records));
  #isDone = false;
  #isWaiting = false;
  /** When the whole text may be tested again, as `performance.now()`. */
  #earliest = 0;
  /** Whether a custom element may still get a shadow tree, which causes no record. */
  #hasHosts = false;
  #late: ReturnType<typeof setTimeout>[] = [];

  constructor(prefilter: (text: string) => boolean, onMatch: () => void, signal: AbortSignal) {
    this.#matches = prefilter;
    this.#onMatch = onMatch;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#observer.disconnect(), { once: true });
    this.#observe(document);
    this.#testNowAndLate();
  }

  #observe(root: Document | ShadowRoot): void {
    this.#observer.observe(root, { childList: true, subtree: true, characterData: true });
  }

  #change(records: readonly MutationRecord[]): void {
    if (this.#isOver) return;
    // Text added in one piece is tested before it is painted; text put together bit by bit, a little later.
    if (records.some(({ addedNodes }) => [...addedNodes].some((node) => this.#mayHold(node.textContent))))
      this.#match();
    else if (!this.#isWaiting) {
      this.#isWaiting = true;
      setTimeout(() => this.#testNowAndLate(), Math.max(0, this.#earliest - performance.now()));
    }
  }

  get #isOver(): boolean {
    return this.#isDone || this.#signal.aborted;
  }

  #match(): void {
    this.#isDone = true;
    this.#observer.disconnect();
    this.#onMatch();
  }

  /** Tests the text, and again later where a shadow tree may come without a record. */
  #testNowAndLate(): void {
    this.#isWaiting = false;
    this.#hasHosts = false;
    this.#test();
    for (const timer of this.#late) clearTimeout(timer);
    const now = performance.now();
    this.#late = this.#hasHosts
      ? LATE_ROOTS_MS.map((ms) => setTimeout(() => this.#test(), Math.max(ms, this.#earliest - now)))
      : [];
  }

  #test(): void {
    if (this.#isOver) return;
    const begin = performance.now();
    if (this.#mayHold(document.body?.textContent) || this.#mayHoldInTrees(document)) this.#match();
    this.#earliest = begin + Math.max(MIN_INTERVAL_MS, (performance.now() - begin) / MAX_SHARE);
  }

  #mayHold(text: string | null | undefined): boolean {
    return this.#matches(text ?? '');
  }

  /** Text in shadow trees is not part of the document's text. */
  #mayHoldInTrees(root: Document | ShadowRoot): boolean {
    for (const element of root.querySelectorAll(UNUSUAL)) {
      if (element.localName === READING || this.#mayHoldInShadow(element)) return true;
    }
    return commonHostsIn(root).some((host) => this.#mayHoldInShadow(host));
  }

  /** Observes the tree from now on. */
  #mayHoldInShadow(host: Element): boolean {
    const shadow = shadowRootOf(host);
    this.#hasHosts ||= !shadow && host.localName.includes('-');
    if (!shadow) return false;
    this.#observe(shadow);
    return this.#mayHold(shadow.textContent) || this.#mayHoldInTrees(shadow);
  }
}

/** The first few common elements. A live list is visited no further than it is read. */
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
