/** Owns the pointer: turns its moves into the mention under it, once a frame. */
import type { PageIndex } from '../page-index';
import { mentionAtPoint, type Pointed } from './pointed-mention';

/** A pointer that moved less than this since it came to rest is still, in CSS pixels. */
const STILL_PX = 4;

export interface PointerSense {
  index: PageIndex;
  /** Whether an event went to our own card, which looks after itself. */
  isOurs(target: EventTarget | null): boolean;
  /** The mention under the pointer, or null; `isStill` while the pointer stays about where it came to rest. */
  onPoint(pointed: Pointed | null, isStill: boolean): void;
}

interface Sample {
  x: number;
  y: number;
  target: EventTarget | null;
  isPressed: boolean;
}

/**
 * Listens until `signal` aborts. Passive: a move costs the page nothing but storing two numbers.
 * @returns what listens again where the page took our listeners away (`document.open` does); harmless where it did not.
 */
export function sensePointer({ index, isOurs, onPoint }: PointerSense, signal: AbortSignal): () => void {
  let sample: Sample | null = null;
  let isWaiting = false;
  let rest = { x: Number.NEGATIVE_INFINITY, y: 0 };
  const look = () => {
    isWaiting = false;
    if (signal.aborted || !sample) return;
    const { x, y, target, isPressed } = sample;
    sample = null;
    if (isOurs(target)) return;
    const isStill = Math.hypot(x - rest.x, y - rest.y) <= STILL_PX;
    if (!isStill) rest = { x, y };
    onPoint(isPressed ? null : mentionAtPoint(index, x, y, target), isStill);
  };
  const onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    sample = {
      x: event.clientX,
      y: event.clientY,
      target: event.composedPath()[0] ?? null,
      isPressed: event.buttons !== 0,
    };
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(look);
  };
  const onGone = (event: PointerEvent) => {
    if (event.isTrusted && event.relatedTarget === null) onPoint(null, false);
  };
  const listen = () => {
    if (signal.aborted) return;
    addEventListener('pointermove', onMove, { passive: true, capture: true, signal });
    addEventListener('pointerout', onGone, { passive: true, capture: true, signal });
  };
  listen();
  return listen;
}
