/** Owns the pointer: turns its moves into the mention under it, once a frame, and its clicks into the mention clicked. */
import type { PageIndex } from '../page-index';
import { mentionAtPoint, type Pointed } from './pointed-mention';
import { createPace, FLY_BY } from './pointer-pace';

/** A pointer that moved less than this since it came to rest is still, in CSS pixels. */
const STILL_PX = 4;
/** A pointer that was last seen moving has stopped when nothing was heard of it for so long, in ms. */
const STOP_MS = 60;

export interface PointerSense {
  index: PageIndex;
  /** Whether an event went to our own card, which looks after itself. */
  isOurs(target: EventTarget | null): boolean;
  /** Whether the point is on the way to the card that is open. */
  isOnTheWay(x: number, y: number): boolean;
  /** It moves on the way to the card. */
  onNear(): void;
  /** The mention under the pointer, or null; `isStill` while the pointer stays about where it came to rest. */
  onPoint(pointed: Pointed | null, isStill: boolean): void;
  /** A click or tap, and the mention it hit, or null. */
  onClick(pointed: Pointed | null, event: PointerEvent): void;
}

interface Sample {
  x: number;
  y: number;
  target: EventTarget | null;
  isPressed: boolean;
  /** In CSS pixels a ms. */
  speed: number;
}

/**
 * Listens until `signal` aborts. Passive: a move costs the page nothing but storing some numbers.
 * @returns what listens again where the page took our listeners away (`document.open` does); harmless where it did not.
 */
export function sensePointer(sense: PointerSense, signal: AbortSignal): () => void {
  const { index, isOurs, isOnTheWay, onNear, onPoint, onClick } = sense;
  const paceAt = createPace();
  let sample: Sample | null = null;
  let isWaiting = false;
  let rest = { x: Number.NEGATIVE_INFINITY, y: 0 };
  let stop: ReturnType<typeof setTimeout> | undefined;

  const look = ({ x, y, target, isPressed, speed }: Sample) => {
    if (signal.aborted || isOurs(target)) return;
    const isMoving = speed > 0 && !isPressed;
    if (isMoving && isOnTheWay(x, y)) onNear();
    else if (isMoving && speed > FLY_BY) onPoint(null, false);
    else {
      const isStill = Math.hypot(x - rest.x, y - rest.y) <= STILL_PX;
      if (!isStill) rest = { x, y };
      onPoint(isPressed ? null : mentionAtPoint(index, x, y, target), isStill);
      return;
    }
    // What it stops on is looked at then: no event tells.
    stop = setTimeout(() => look({ x, y, target, isPressed, speed: 0 }), STOP_MS);
  };
  const onFrame = () => {
    isWaiting = false;
    if (sample) look(sample);
    sample = null;
  };
  const onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    const speed = paceAt(x, y, event.timeStamp);
    sample = { x, y, target: event.composedPath()[0] ?? null, isPressed: event.buttons !== 0, speed };
    clearTimeout(stop);
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(onFrame);
  };
  const onGone = (event: PointerEvent) => {
    if (!event.isTrusted || event.relatedTarget !== null) return;
    clearTimeout(stop);
    onPoint(null, false);
  };
  const onPress = (event: MouseEvent) => {
    if (!event.isTrusted || event.button !== 0 || !(event instanceof PointerEvent) || isOurs(event.target)) return;
    onClick(mentionAtPoint(index, event.clientX, event.clientY, event.composedPath()[0] ?? null), event);
  };
  const listen = () => {
    if (signal.aborted) return;
    const options = { passive: true, capture: true, signal };
    addEventListener('pointermove', onMove, options);
    addEventListener('pointerout', onGone, options);
    addEventListener('click', onPress, options);
  };
  listen();
  return listen;
}
