/**
 * Shows the card's element in the page: one unnamed host in the top layer with a closed shadow root, there only while a
 * card is open. The page's styles cannot reach what is inside, nor undo what makes the host visible.
 */
import { platformGetter } from '../shared/page/platform-getter';
import { createCardSheets, createSheet } from './card-sheets';
import { startHeartbeat } from './heartbeat';
import { HostKeeper } from './host-keeper';

/** Events that do not leave the card for the page. */
const KEPT_EVENTS = (
  'pointerdown pointerup pointermove mousedown mouseup mousemove mouseover mouseout pointerover pointerout click ' +
  'auxclick dblclick contextmenu touchstart touchmove touchend wheel keydown keyup focusin focusout copy selectstart'
).split(' ');

/** The host of all cards of the frame. */
export class ShadowHost {
  readonly element = document.createElement('div');
  readonly root: ShadowRoot;
  /** The card of the mark is rendered into this element. */
  readonly body = document.createElement('div');
  readonly #style: CSSStyleDeclaration;
  readonly #keeper: HostKeeper;
  #parent: Element = document.documentElement;
  #heartbeat: AbortController | null = null;

  /**
   * @param events.onReturn the page removed the host, and it was put back.
   * @param events.onGivenUp the page removed the host too often, and it stays away.
   */
  constructor(events: { onReturn(): void; onGivenUp(): void }) {
    this.root = this.element.attachShadow({ mode: 'closed' });
    const sheet = createSheet(':host(:popover-open) {}');
    const rule = sheet.cssRules[0];
    if (!(rule instanceof CSSStyleRule)) throw new Error('the style sheet did not keep its rule');
    this.#style = rule.style;
    this.root.adoptedStyleSheets = [sheet];
    this.body.className = 'card-body';
    this.body.style.fontSize = 'medium';
    this.root.append(this.body);
    for (const type of KEPT_EVENTS) this.root.addEventListener(type, (event) => event.stopPropagation());
    this.#keeper = new HostKeeper(this.element, {
      show: () => {
        this.#show();
        events.onReturn();
      },
      onGivenUp: events.onGivenUp,
    });
  }

  get isOpen(): boolean {
    return this.element.isConnected;
  }

  /**
   * Shows the host where it is visible and takes the pointer beside `context`: elements outside an open modal dialog are
   * inert. Does nothing on a page that removed it too often.
   */
  open(context: Element): void {
    if (this.#keeper.hasGivenUp) return;
    this.#parent = parentFor(context);
    this.#show();
    if (this.root.adoptedStyleSheets.length === 1) this.#addCardSheets();
    this.#heartbeat?.abort();
    this.#heartbeat = new AbortController();
    startHeartbeat(this.root, this.#heartbeat.signal);
    // The page may be zoomed by its own style; the card is not.
    this.#setStyle('zoom', String(1 / (this.#parent.currentCSSZoom ?? 1)));
  }

  #show(): void {
    this.#keeper.release();
    // Set before the host is in the page, which then sees one change.
    if (this.element.popover !== 'manual') this.element.popover = 'manual';
    if (!this.#parent.isConnected) this.#parent = document.documentElement;
    if (this.element.parentNode !== this.#parent) {
      this.element.remove();
      this.#parent.append(this.element);
    }
    if (!this.element.matches(':popover-open')) this.element.showPopover();
    this.#keeper.hold();
  }

  /** Makes the card light or dark, and lays it out beside its mark or at the foot of the screen. */
  setLook(isDark: boolean, layout: 'beside' | 'sheet'): void {
    this.#setStyle('color-scheme', isDark ? 'dark' : 'light');
    for (const property of ['left', 'right', 'top', 'bottom', 'width']) this.#style.removeProperty(property);
    this.body.classList.toggle('is-sheet', layout === 'sheet');
    this.body.style.removeProperty('max-height');
    if (layout === 'beside') return;
    for (const side of ['left', 'right', 'bottom']) this.#setStyle(side, '0px');
    this.#setStyle('width', '100%');
  }

  limitHeight(maxHeight: number): void {
    this.body.style.maxHeight = `${maxHeight}px`;
  }

  /** @param x,y viewport coordinates of the top left corner. */
  moveTo(x: number, y: number): void {
    this.#setStyle('left', `${x}px`);
    this.#setStyle('top', `${y}px`);
  }

  close(): void {
    this.#heartbeat?.abort();
    this.#keeper.release();
    this.element.remove();
  }

  /** Called once, when the host is first in the page: the browser then tells the reader's font size. */
  #addCardSheets(): void {
    const fontSize = Number.parseFloat(getComputedStyle(this.body).fontSize) || 16;
    this.root.adoptedStyleSheets = [...createCardSheets(fontSize), ...this.root.adoptedStyleSheets];
  }

  #setStyle(property: string, value: string): void {
    this.#style.setProperty(property, value, 'important');
  }
}

/** The innermost open modal dialog around the mark, or the element in full screen, or the document element. */
function parentFor(context: Element): Element {
  for (let element: Element | null = context; element; element = composedParentOf(element)) {
    if (matches.call(element, 'dialog:modal')) return element;
  }
  const fullscreen = document.fullscreenElement;
  return fullscreen?.contains(context) ? fullscreen : document.documentElement;
}

const parentNode = platformGetter(Node.prototype, 'parentNode');
const { matches } = Element.prototype;
const assignedSlot = platformGetter(Element.prototype, 'assignedSlot');

/** The element's slot or parent, or the host of the shadow tree it is at the top of; null at the document element. */
function composedParentOf(element: Element): Element | null {
  const parent = assignedSlot.call(element) ?? parentNode.call(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
