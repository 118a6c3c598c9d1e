/** The element of a card that explains a term in a card: in the same shadow tree, in the top layer above the others. */
import type { Placed } from './place-card';
import type { ShadowHost } from './shadow-host';
import { cardScale, fitSheet, followViewport } from './visual-viewport';

/** The width of a card beside a term, in font sizes. */
const WIDTH_REM = 22;

/** In the top layer from its creation to `close`. */
export class InnerLayer implements Placed {
  readonly element = document.createElement('div');
  readonly body = document.createElement('div');
  readonly #closed = new AbortController();
  readonly #isSheet: boolean;
  readonly #fontSize: number;

  /** @param layout `sheet`: at the foot of the screen, over the sheet with the term. */
  constructor({ root, fontSize }: ShadowHost, layout: 'beside' | 'sheet') {
    this.#fontSize = fontSize;
    this.#isSheet = layout === 'sheet';
    this.element.className = 'card-layer';
    this.body.className = this.#isSheet ? 'card-body is-inner is-sheet' : 'card-body is-inner';
    this.element.popover = 'manual';
    this.element.append(this.body);
    root.append(this.element);
    this.element.showPopover();
    this.#fit();
    followViewport(() => this.#fit(), this.#closed.signal);
  }

  get isOpen(): boolean {
    return this.element.isConnected;
  }

  limitHeight(maxHeight: number): void {
    this.body.style.maxHeight = `${maxHeight / cardScale()}px`;
  }

  moveTo(x: number, y: number): void {
    this.element.style.left = `${x}px`;
    this.element.style.top = `${y}px`;
  }

  close(): void {
    this.#closed.abort();
    this.element.remove();
  }

  #fit(): void {
    const { style } = this.element;
    this.body.style.zoom = String(cardScale());
    if (this.#isSheet)
      this.limitHeight(fitSheet(this.element, (property, value) => style.setProperty(property, value)));
    else style.width = `min(${WIDTH_REM * this.#fontSize * cardScale()}px, calc(100vw - 16px))`;
  }
}
