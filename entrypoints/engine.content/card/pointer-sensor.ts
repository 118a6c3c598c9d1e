/** Turns the pointer's moves into the mention under it, once a frame, and its clicks into the mention clicked. */
import type { Point } from '../../shared/page/safe-polygon';
import { isElement, isMatching } from '../dom';
import { type MarkedText, mentionAtPoint, type Pointed } from './pointed-mention';
import { FLY_BY, PointerSpeed } from './pointer-speed';

/** A pointer that was moving has stopped when no event came for this long, in ms. */
const STOP_MS = 60;

/** What a sensor reads, and what it reports to. Points are in viewport coordinates, CSS pixels. */
export interface SensedCard {
  /** Whether an event went to the card, which handles its events itself. */
  isCard(target: EventTarget | null): boolean;
  /** The pointer moves. @returns whether it is on its way to the open card; what is under it is then ignored. */
  approach(at: Point): boolean;
  /** The mention under the pointer; null for none, or for a pointer that is pressed or too fast. */
  point(pointed: Pointed | null, at: Point): void;
  /** The reader clicked or tapped a mention, and the page has no use for that click. */
  click(pointed: Pointed, event: PointerEvent): void;
}

interface Sample extends Point {
  target: EventTarget | null;
  isPressed: boolean;
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

  readonly #onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    const speed = this.#speed.add(x, y, event.timeStamp);
    this.#sample = { x, y, target: event.composedPath()[0] ?? null, isPressed: event.buttons !== 0, speed };
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
    this.#card.point(null, { x: event.clientX, y: event.clientY });
  };

  readonly #onClick = (event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0 || !(event instanceof PointerEvent)) return;
    if (this.#card.isCard(event.target)) return;
    const path = event.composedPath();
    const pointed = mentionAtPoint(this.#text, event.clientX, event.clientY, path[0] ?? null);
    if (pointed && !isClickable(path)) this.#card.click(pointed, event);
  };

  #sense(sample: Sample): void {
    const { x, y, target, isPressed, speed } = sample;
    if (this.#signal.aborted || this.#card.isCard(target)) return;
    const isMoving = speed > 0 && !isPressed;
    const isFlyBy = isMoving && speed > FLY_BY;
    const isApproaching = isMoving && this.#card.approach({ x, y });
    if (!isApproaching) {
      const pointed = isPressed || isFlyBy ? null : mentionAtPoint(this.#text, x, y, target);
      this.#card.point(pointed, { x, y });
    }
    // No event tells when the pointer stops, and what it stops on.
    if (isApproaching || isFlyBy) this.#stop = setTimeout(() => this.#sense({ ...sample, speed: 0 }), STOP_MS);
  }
}

/** Elements that a page makes to be clicked. */
const CLICKABLE =
  'a[href], area, button, input, select, textarea, label, summary, video, audio, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [onclick], [contenteditable]';

/** Whether the page reacts to a click at the innermost element of `path`, by its elements or by its cursor. */
function isClickable(path: readonly EventTarget[]): boolean {
  const elements = path.filter((item): item is Element => item instanceof Node && isElement(item));
  const [innermost] = elements;
  if (innermost && getComputedStyle(innermost).cursor === 'pointer') return true;
  return elements.some((element) => isMatching(element, CLICKABLE));
}
