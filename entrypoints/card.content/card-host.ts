/**
 * Owns the card's element in the page: one unnamed host in the top layer with a closed shadow root, there only
 * while a card is open. The page's styles cannot reach what is inside, nor undo what makes the host visible.
 */
import entryCardCss from '../../components/entry-card.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import hostCss from './card-host.css?inline';

/** Events that stay in the card: the page has no business with what happens there. */
const OWN_EVENTS = [
  'pointerdown',
  'pointerup',
  'pointermove',
  'mousedown',
  'mouseup',
  'mousemove',
  'mouseover',
  'mouseout',
  'pointerover',
  'pointerout',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchmove',
  'touchend',
  'wheel',
  'keydown',
  'keyup',
  'focusin',
  'focusout',
  'copy',
  'selectstart',
];

export class CardHost {
  readonly element = document.createElement('div');
  /** What the view is rendered into. */
  readonly body = document.createElement('div');
  readonly #place: CSSStyleDeclaration;

  constructor() {
    const root = this.element.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [tokensCss, hostCss, entryCardCss].map((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    });
    const place = new CSSStyleSheet();
    place.replaceSync(':host(:popover-open) {}');
    const rule = place.cssRules[0];
    if (!(rule instanceof CSSStyleRule)) throw new Error('the style sheet did not keep its rule');
    this.#place = rule.style;
    root.adoptedStyleSheets.push(place);
    this.body.className = 'card-body';
    root.append(this.body);
    for (const type of OWN_EVENTS) root.addEventListener(type, (event) => event.stopPropagation());
    this.element.popover = 'manual';
  }

  get isOpen(): boolean {
    return this.element.isConnected;
  }

  /** Puts the host where it can be seen and pointed at beside `context`: what is outside an open modal dialog is inert. */
  open(context: Element): void {
    const parent = parentFor(context);
    if (this.element.parentNode !== parent) {
      this.element.remove();
      parent.append(this.element);
    }
    if (!this.element.matches(':popover-open')) this.element.showPopover();
  }

  /** @param x,y viewport coordinates of the top left corner; heights in CSS pixels. */
  moveTo(x: number, y: number, maxHeight: number): void {
    this.#place.setProperty('left', `${x}px`, 'important');
    this.#place.setProperty('top', `${y}px`, 'important');
    this.body.style.maxHeight = `${maxHeight}px`;
  }

  close(): void {
    this.element.remove();
  }
}

function parentFor(context: Element): Element {
  const modal = context.closest('dialog:modal');
  if (modal) return modal;
  const fullscreen = document.fullscreenElement;
  return fullscreen?.contains(context) ? fullscreen : document.documentElement;
}
