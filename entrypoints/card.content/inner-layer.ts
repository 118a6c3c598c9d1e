/** The element of a card that explains a term in a card: in the same shadow tree, in the top layer above the others. */
import type { Placed } from './place-card';

/** In the top layer from its creation to `close`. */
export class InnerLayer implements Placed {
  readonly element = document.createElement('div');

  /** @param layout `sheet`: at the foot of the screen, over the sheet with the term. */
  constructor(root: ShadowRoot, layout: 'beside' | 'sheet') {
    this.element.className = layout === 'sheet' ? 'card-body is-inner is-sheet' : 'card-body is-inner';
    this.element.popover = 'manual';
    root.append(this.element);
    this.element.showPopover();
  }

  get body(): HTMLElement {
    return this.element;
  }

  get isOpen(): boolean {
    return this.element.isConnected;
  }

  limitHeight(maxHeight: number): void {
    this.element.style.maxHeight = `${maxHeight}px`;
  }

  moveTo(x: number, y: number): void {
    this.element.style.left = `${x}px`;
    this.element.style.top = `${y}px`;
  }

  close(): void {
    this.element.remove();
  }
}
