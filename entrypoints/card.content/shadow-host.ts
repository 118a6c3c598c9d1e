/**
 * Shows the card's element in the page: one unnamed host in the top layer with a closed shadow root, there only while a
 * card is open. The page's styles cannot reach its content, nor hide the host.
 */
import type { CardSettings } from '../shared/settings/page-settings';
import { type CardParent, cardParentFor, rootParent } from './card-parent';
import { createCardSheets, createSheet } from './card-sheets';
import { startHeartbeat } from './heartbeat';
import { HostKeeper } from './host-keeper';
import { cardScale, fitSheet, followViewport } from './visual-viewport';

/** Events that do not leave the card for the page. */
const KEPT_EVENTS = (
  'pointerdown pointerup pointermove mousedown mouseup mousemove mouseover mouseout pointerover pointerout click ' +
  'auxclick dblclick contextmenu touchstart touchmove touchend wheel keydown keyup focusin focusout copy selectstart'
).split(' ');

/** The width of a card beside its mark, in font sizes. */
const WIDTH_REM = 23.5;
/** Font sizes of a card, relative to the reader's own. */
const TEXT_SIZES: Record<CardSettings['textSize'], number> = { small: 0.875, usual: 1, large: 1.2, largest: 1.45 };

/** The host of all cards of the frame. */
export class ShadowHost {
  readonly element = document.createElement('div');
  readonly root: ShadowRoot;
  /** The card of the mark is rendered into this element. */
  readonly body = document.createElement('div');
  readonly #style: CSSStyleDeclaration;
  readonly #keeper: HostKeeper;
  #place: CardParent = rootParent();
  #layout: 'beside' | 'sheet' = 'beside';
  #textSize: CardSettings['textSize'] | null = null;
  /** In CSS pixels. */
  fontSize = 16;
  #opened: AbortController | null = null;

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
        // What removed the host from its place may do so again.
        this.#show(rootParent());
        events.onReturn();
      },
      onGivenUp: events.onGivenUp,
    });
  }

  get isOpen(): boolean {
    return this.element.isConnected;
  }

  get hasFocus(): boolean {
    const tree = this.element.getRootNode();
    return (tree instanceof Document || tree instanceof ShadowRoot) && tree.activeElement === this.element;
  }

  /** Whether an event that is handled at the window went to a card. */
  isTargetOf(event: Event): boolean {
    if (event.composedPath().includes(this.element)) return true;
    // At the window, the target of an event from a closed tree of the page is the host of that tree.
    if (!(event instanceof MouseEvent) || this.element.getRootNode() === document) return false;
    return (
      this.root.elementFromPoint(event.clientX, event.clientY) !== null && this.#hasAt(event.clientX, event.clientY)
    );
  }

  #hasAt(x: number, y: number): boolean {
    return [...this.root.querySelectorAll('.card-body')].some((body) => {
      const { left, right, top, bottom } = body.getBoundingClientRect();
      return x >= left && x <= right && y >= top && y <= bottom;
    });
  }

  /**
   * Shows the host where it is visible and takes the pointer beside `context`: in the layer of the page that its mark is
   * in. Does nothing on a page that removed it too often.
   */
  open(context: Element, textSize: CardSettings['textSize']): void {
    if (this.#keeper.hasGivenUp) return;
    this.#show(cardParentFor(context));
    // A place that is not rendered, as beside the slots of a closed tree.
    if (!this.#isRendered) this.#show(rootParent());
    if (textSize !== this.#textSize) this.#setTextSize(textSize);
    this.#opened?.abort();
    this.#opened = new AbortController();
    startHeartbeat(this.root, this.#opened.signal);
    followViewport(() => this.#fit(), this.#opened.signal);
    // The page may be zoomed by its own style; the card is not.
    this.#setStyle('zoom', String(1 / (this.#place.parent.currentCSSZoom ?? 1)));
  }

  /**
   * Moves the host to the document element if the page hid its layer. In Chromium a pointer in the top layer does not hover
   * the ancestors of the host, so that a menu shown by hovering disappears as soon as the pointer enters the card.
   */
  keepRendered(): void {
    if (this.#place.isPageMade && !this.#isRendered) this.#show(rootParent());
  }

  get #isRendered(): boolean {
    return this.element.getClientRects().length > 0;
  }

  #show(place: CardParent): void {
    const hadFocus = this.root.activeElement;
    this.#place = place;
    this.#keeper.release();
    // Set before the host is in the page, which then sees one change.
    if (this.element.popover !== 'manual') this.element.popover = 'manual';
    if (this.element.parentNode !== place.parent) {
      this.element.remove();
      if (place.slot) this.element.slot = place.slot;
      else this.element.removeAttribute('slot');
      place.parent.append(this.element);
    }
    if (!this.element.matches(':popover-open')) this.element.showPopover();
    if (hadFocus instanceof HTMLElement && hadFocus !== this.root.activeElement)
      hadFocus.focus({ preventScroll: true });
    this.#keeper.hold();
  }

  /** Makes the card light or dark, and lays it out beside its mark or at the foot of the screen. */
  setAppearance(isDark: boolean, layout: 'beside' | 'sheet'): void {
    this.#layout = layout;
    this.#setStyle('color-scheme', isDark ? 'dark' : 'light');
    for (const property of ['left', 'right', 'top', 'bottom', 'width']) this.#style.removeProperty(property);
    this.body.classList.toggle('is-sheet', layout === 'sheet');
    this.body.style.removeProperty('max-height');
    this.#fit();
  }

  /** Fits the card to the visible part of the page. */
  #fit(): void {
    const scale = cardScale();
    this.body.style.zoom = String(scale);
    const setStyle = (property: string, value: string) => this.#setStyle(property, value);
    if (this.#layout === 'sheet') this.limitHeight(fitSheet(this.element, setStyle));
    else setStyle('width', `min(${WIDTH_REM * this.fontSize * scale}px, calc(100vw - 16px))`);
  }

  limitHeight(maxHeight: number): void {
    this.body.style.maxHeight = `${maxHeight / cardScale()}px`;
  }

  /** @param x,y viewport coordinates of the top left corner. */
  moveTo(x: number, y: number): void {
    this.#setStyle('left', `${x}px`);
    this.#setStyle('top', `${y}px`);
  }

  close(): void {
    this.#opened?.abort();
    this.#keeper.release();
    this.element.remove();
  }

  /** Called while the host is in the page: the browser then tells the reader's font size. */
  #setTextSize(textSize: CardSettings['textSize']): void {
    this.#textSize = textSize;
    const usual = Number.parseFloat(getComputedStyle(this.body).fontSize) || 16;
    this.fontSize = usual * TEXT_SIZES[textSize];
    this.root.adoptedStyleSheets = [...createCardSheets(this.fontSize), ...this.root.adoptedStyleSheets.slice(-1)];
  }

  #setStyle(property: string, value: string): void {
    this.#style.setProperty(property, value, 'important');
  }
}
