/**
 * Owns the card's element in the page: one unnamed host in the top layer with a closed shadow root, there only
 * while a card is open. The page's styles cannot reach what is inside, nor undo what makes the host visible.
 */
import entryCardCss from '../../components/card/entry-card.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { platformGetter } from '../shared/page/platform-getter';
import hostCss from './card-host.css?inline';
import { beat } from './heartbeat';
import { isolateCss } from './isolate-css';
import { HostKeeper } from './keep-host';

/** Events that stay in the card: the page has no business with what happens there. */
const OWN_EVENTS = (
  'pointerdown pointerup pointermove mousedown mouseup mousemove mouseover mouseout pointerover pointerout click ' +
  'auxclick dblclick contextmenu touchstart touchmove touchend wheel keydown keyup focusin focusout copy selectstart'
).split(' ');

export class CardHost {
  readonly element = document.createElement('div');
  readonly root: ShadowRoot;
  /** What the card of the mark is rendered into. */
  readonly body = document.createElement('div');
  readonly #place: CSSStyleDeclaration;
  readonly #keeper: HostKeeper;
  #parent: Element = document.documentElement;
  #beating: AbortController | null = null;

  /** @param events.onReturn called when the page took the host away and it was put back. @param events.onGivenUp when it will not be. */
  constructor(events: { onReturn(): void; onGivenUp(): void }) {
    this.root = this.element.attachShadow({ mode: 'closed' });
    const place = sheetOf(':host(:popover-open) {}');
    const rule = place.cssRules[0];
    if (!(rule instanceof CSSStyleRule)) throw new Error('the style sheet did not keep its rule');
    this.#place = rule.style;
    this.root.adoptedStyleSheets = [place];
    this.body.className = 'card-body';
    this.body.style.fontSize = 'medium';
    this.root.append(this.body);
    for (const type of OWN_EVENTS) this.root.addEventListener(type, (event) => event.stopPropagation());
    this.#keeper = new HostKeeper(this.element, {
      put: () => {
        this.#put();
        events.onReturn();
      },
      onGivenUp: events.onGivenUp,
    });
  }

  get isOpen(): boolean {
    return this.element.isConnected;
  }

  /**
   * Puts the host where it can be seen and pointed at beside `context`: what is outside an open modal dialog is inert.
   * Does nothing on a page that took it away too often.
   */
  open(context: Element): void {
    if (this.#keeper.hasGivenUp) return;
    this.#parent = parentFor(context);
    this.#put();
    if (this.root.adoptedStyleSheets.length === 1) this.#style();
    this.#beating?.abort();
    this.#beating = new AbortController();
    beat(this.root, this.#beating.signal);
    // The page may be zoomed by its own style; the card is not.
    this.#set('zoom', String(1 / (this.#parent.currentCSSZoom ?? 1)));
  }

  #put(): void {
    this.#keeper.release();
    // Before it is in the page, which then has one change to see.
    if (this.element.popover !== 'manual') this.element.popover = 'manual';
    if (!this.#parent.isConnected) this.#parent = document.documentElement;
    if (this.element.parentNode !== this.#parent) {
      this.element.remove();
      this.#parent.append(this.element);
    }
    if (!this.element.matches(':popover-open')) this.element.showPopover();
    this.#keeper.hold();
  }

  /** Light or dark, and beside its mark or at the foot of the screen. */
  dress(isDark: boolean, layout: 'beside' | 'sheet'): void {
    this.#set('color-scheme', isDark ? 'dark' : 'light');
    for (const property of ['left', 'right', 'top', 'bottom', 'width']) this.#place.removeProperty(property);
    this.body.classList.toggle('is-sheet', layout === 'sheet');
    this.body.style.removeProperty('max-height');
    if (layout === 'beside') return;
    for (const side of ['left', 'right', 'bottom']) this.#set(side, '0px');
    this.#set('width', '100%');
  }

  limitHeight(maxHeight: number): void {
    this.body.style.maxHeight = `${maxHeight}px`;
  }

  /** @param x,y viewport coordinates of the top left corner. */
  moveTo(x: number, y: number): void {
    this.#set('left', `${x}px`);
    this.#set('top', `${y}px`);
  }

  close(): void {
    this.#beating?.abort();
    this.#keeper.release();
    this.element.remove();
  }

  /** Once, when the host is first in the page: then the browser tells what size of text the reader wants. */
  #style(): void {
    const fontSize = Number.parseFloat(getComputedStyle(this.body).fontSize) || 16;
    const prefix = crypto.randomUUID();
    const sheets = [tokensCss, hostCss, entryCardCss].map((css) => sheetOf(isolateCss(css, fontSize, prefix)));
    this.root.adoptedStyleSheets = [...sheets, ...this.root.adoptedStyleSheets];
  }

  #set(property: string, value: string): void {
    this.#place.setProperty(property, value, 'important');
  }
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** The innermost open modal dialog around the mark, or the element that fills the screen, or the page itself. */
function parentFor(context: Element): Element {
  for (let element: Element | null = context; element; element = outwardFrom(element)) {
    if (matches.call(element, 'dialog:modal')) return element;
  }
  const fullscreen = document.fullscreenElement;
  return fullscreen?.contains(context) ? fullscreen : document.documentElement;
}

const parentNode = platformGetter(Node.prototype, 'parentNode');
const { matches } = Element.prototype;
const assignedSlot = platformGetter(Element.prototype, 'assignedSlot');

/** Where the element is composed into: its slot, its parent, or of what is topmost in a shadow tree its host. */
function outwardFrom(element: Element): Element | null {
  const parent = assignedSlot.call(element) ?? parentNode.call(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
