/**
 * Announces text to screen readers through a polite live region in a closed shadow root, which is in the page only while
 * there is something to announce.
 */
import { shadowRootOf } from '../../shared/page/shadow-roots';
import { composedParentOf, focusedElement, isElement, isMatching } from '../dom';

/** How long the region stays after an announcement, in ms: long enough to be read out. */
const LINGER_MS = 8000;

const STYLE = `:host {
  block-size: 1px !important; border: 0 !important; clip-path: inset(50%) !important; display: block !important;
  inline-size: 1px !important; inset: 0 auto auto 0 !important; margin: 0 !important; opacity: 1 !important;
  overflow: hidden !important; padding: 0 !important; pointer-events: none !important; position: fixed !important;
  visibility: visible !important; white-space: nowrap !important;
}`;

/** The live region of one frame. */
export class Announcer {
  #host: HTMLElement | null = null;
  #region: HTMLElement | null = null;
  #leave: ReturnType<typeof setTimeout> | undefined;

  /** Removes the region when `signal` aborts. */
  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#remove(), { once: true });
  }

  /** Announces `text`, in `language`, after the current announcement. */
  say(text: string, language: string): void {
    const region = this.#region ?? this.#attach();
    const parent = readableParent();
    if (this.#host && this.#host.parentNode !== parent) parent.append(this.#host);
    clearTimeout(this.#leave);
    this.#leave = setTimeout(() => this.#remove(), LINGER_MS);
    region.textContent = '';
    region.lang = language;
    // A region added together with its text is not announced.
    requestAnimationFrame(() => {
      region.textContent = text;
    });
  }

  #attach(): HTMLElement {
    this.#host = document.createElement('div');
    const root = this.#host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.#region = document.createElement('div');
    this.#region.role = 'status';
    root.append(this.#region);
    return this.#region;
  }

  #remove(): void {
    clearTimeout(this.#leave);
    this.#host?.remove();
    this.#host = null;
    this.#region = null;
  }
}

/** Screen readers ignore content outside an open modal dialog, or outside an element in full screen. */
function readableParent(): Element {
  for (let node: Node | null = focusedElement(); node; node = composedParentOf(node)) {
    if (isElement(node) && isMatching(node, 'dialog:modal')) return node;
  }
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  return dialog ?? fullscreenElement() ?? document.documentElement;
}

/** The element in full screen, in whatever shadow tree it is. */
function fullscreenElement(): Element | null {
  let element = document.fullscreenElement;
  for (let root = element && shadowRootOf(element); root?.fullscreenElement; root = element && shadowRootOf(element)) {
    element = root.fullscreenElement;
  }
  return element;
}
