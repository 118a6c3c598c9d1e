/** Reports the mention under the pointer, once a frame, and the mention of a click. */
import type { Point } from '../../shared/page/box';
import { extentOf, isElement, isMatching } from '../dom';
import { type MarkedText, mentionAtPoint, type Pointed } from './pointed-mention';
import { FLY_BY, PointerSpeed } from './pointer-speed';

/** A pointer that was moving has stopped when no event came for this long, in ms. */
const STOP_MS = 60;

/** The input of a sensor, and its events. Points are in viewport coordinates, CSS pixels. */
export interface SensedCard {
  /** Whether an event went to the card, which handles its events itself. */
  isCard(event: Event): boolean;
  /** The pointer moves. @returns whether it is on its way to the open card; what is under it is then ignored. */
  approach(at: Point): boolean;
  /** The mention under the pointer; null for none, or for a pointer that is pressed or too fast. */
  point(pointed: Pointed | null, at: Point): void;
  /** Whether a mention counts that a change of the page moved under the pointer. @param sinceMs time since the pointer moved. */
  isMovedMeant(sinceMs: number): boolean;
  /** A change of the page moved this mention under the pointer. */
  pointAtMoved(pointed: Pointed, at: Point): void;
  /** The reader clicked or tapped a mention, and the page has no use for that click. */
  click(pointed: Pointed, event: PointerEvent): void;
}

interface Sample extends Point {
  target: EventTarget | null;
  isInCard: boolean;
  isPressed: boolean;
  timeMs: number;
  /** In CSS pixels per ms. */
  speed: number;
}

/** Listens until its signal aborts. Its listeners are passive: a move costs the page nothing but storing some numbers. */
export class PointerSensor {
  readonly #text: MarkedText;
  readonly #card: SensedCard;
  readonly #signal: AbortSignal;
  readonly #speed = new PointerSpeed();
  #sample: Sample | null = null;
  #isFrameRequested = false;
  /** Where the pointer was last; null while it is pressed, in the card, or not in the window. */
  #last: Sample | null = null;
  #isLookRequested = false;
  #stop: ReturnType<typeof setTimeout> | undefined;

  constructor(text: MarkedText, card: SensedCard, signal: AbortSignal) {
    this.#text = text;
    this.#card = card;
    this.#signal = signal;
    this.listen();
  }

  /** Adds the listeners again where the page removed them (`document.open` does); harmless where it did not. */
  listen(): void {
    const options = { passive: true, capture: true, signal: this.#signal };
    addEventListener('pointermove', this.#onMove, options);
    addEventListener('pointerout', this.#onOut, options);
    addEventListener('click', this.#onClick, options);
  }

  /** Finds the mention under a resting pointer again. Call it when the page's text changed. */
  lookAgain(): void {
    if (!this.#last || this.#isLookRequested) return;
    if (!this.#card.isMovedMeant(performance.now() - this.#last.timeMs)) return;
    this.#isLookRequested = true;
    requestAnimationFrame(() => {
      this.#isLookRequested = false;
      // A pointer that moves is sensed anyway.
      if (!this.#last || this.#sample || this.#signal.aborted) return;
      const { x, y } = this.#last;
      const pointed = mentionAtPoint(this.#text, x, y, document.elementFromPoint(x, y));
      // A block that is just being read has no mention for a moment.
      if (pointed) this.#card.pointAtMoved(pointed, { x, y });
    });
  }

  readonly #onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    const speed = this.#speed.add(x, y, event.timeStamp);
    const target = event.composedPath()[0] ?? null;
    const isPressed = event.buttons !== 0;
    const isInCard = this.#card.isCard(event);
    this.#sample = { x, y, target, isInCard, isPressed, timeMs: performance.now(), speed };
    this.#last = isPressed || isInCard ? null : this.#sample;
    clearTimeout(this.#stop);
    if (this.#isFrameRequested) return;
    this.#isFrameRequested = true;
    requestAnimationFrame(() => {
      this.#isFrameRequested = false;
      if (this.#sample) this.#sense(this.#sample);
      this.#sample = null;
    });
  };

  /** The pointer left the window. */
  readonly #onOut = (event: PointerEvent) => {
    if (!event.isTrusted || event.relatedTarget !== null) return;
    clearTimeout(this.#stop);
    this.#last = null;
    this.#card.point(null, { x: event.clientX, y: event.clientY });
  };

  readonly #onClick = (event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0 || !(event instanceof PointerEvent)) return;
    if (this.#card.isCard(event)) return;
    const path = event.composedPath();
    const pointed = mentionAtPoint(this.#text, event.clientX, event.clientY, path[0] ?? null);
    if (pointed && !isClickable(path)) this.#card.click(pointed, event);
  };

  #sense(sample: Sample): void {
    const { x, y, target, isInCard, isPressed, speed } = sample;
    if (this.#signal.aborted || isInCard) return;
    const isMoving = speed > 0 && !isPressed;
    const isFlyBy = isMoving && speed > FLY_BY;
    const isApproaching = isMoving && this.#card.approach({ x, y });
    if (!isApproaching) {
      const pointed = isPressed || isFlyBy ? null : mentionAtPoint(this.#text, x, y, target);
      this.#card.point(pointed, { x, y });
    }
    // No event reports that the pointer stops.
    if (isApproaching || isFlyBy) this.#stop = setTimeout(() => this.#sense({ ...sample, speed: 0 }), STOP_MS);
  }
}

/** Elements that a page makes to be clicked. */
const CLICKABLE =
  'a[href], area, button, input, select, textarea, label, summary, video, audio, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [onclick], [contenteditable]';

/** The share of the viewport, in both directions, from which a clickable element counts as the page, not as a control. */
const PAGE_SHARE = 0.9;

/** Whether the page reacts to a click at the innermost element of `path`, by its elements or by its cursor. */
function isClickable(path: readonly EventTarget[]): boolean {
  const elements = path.filter((item): item is Element => item instanceof Node && isElement(item));
  const control = elements.find((element) => isMatching(element, CLICKABLE));
  // Old pages make the whole body clickable, so that phones report taps to them.
  if (control && !(isMatching(control, '[onclick]:not([contenteditable])') && isWholePage(control))) return true;
  return hasOwnPointer(elements);
}

/** Whether the cursor at the innermost element says that it is clickable, and says otherwise elsewhere on the page. */
function hasOwnPointer(elements: readonly Element[]): boolean {
  const plain = elements.findIndex((element) => getComputedStyle(element).cursor !== 'pointer');
  const outermost = plain < 0 ? elements.at(-1) : elements[plain - 1];
  return outermost !== undefined && !isWholePage(outermost);
}

function isWholePage(element: Element): boolean {
  if (element === document.body || element === document.documentElement) return true;
  const { left, right, top, bottom } = extentOf(element);
  return right - left >= PAGE_SHARE * innerWidth && bottom - top >= PAGE_SHARE * innerHeight;
}
