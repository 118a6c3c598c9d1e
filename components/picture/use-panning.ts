/** Moves and zooms a picture by pointer: drag, pinch, wheel with Ctrl, double click. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Point {
  x: number;
  y: number;
}

interface Moves {
  /** In CSS px. */
  pan(dx: number, dy: number): void;
  /** @param at stays in place; in CSS px from the top left corner of the surface. */
  zoom(factor: number, at: Point): void;
}

/** A pointer that moved less has clicked, in px. */
const DRAG_PX = 4;

/** Listens on `surface` from its first paint until it is removed, and calls the `moves` of the latest render. */
export function usePanning(surface: RefObject<SVGSVGElement | null>, moves: Moves): void {
  const latest = useRef(moves);
  latest.current = moves;
  // A passive effect would run some frames after the paint, and lose a drag that begins at once.
  useLayoutEffect(() => (surface.current ? listen(surface.current, latest) : undefined), [surface]);
}

function listen(surface: SVGSVGElement, moves: { readonly current: Moves }): () => void {
  const pointers = new Map<number, Point & { isDragging: boolean }>();
  const pointOf = (event: MouseEvent): Point => {
    const box = surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onDown = (event: PointerEvent) => {
    if (event.button === 0) pointers.set(event.pointerId, { ...pointOf(event), isDragging: false });
  };
  const onMove = (event: PointerEvent) => {
    // A button released outside before the drag began sends no `pointerup` here.
    if (event.buttons === 0) pointers.delete(event.pointerId);
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = pointOf(event);
    const isDragging = before.isDragging || distance(now, before) > DRAG_PX;
    if (!isDragging) return;
    // Captured only now, so that a click on a dot reaches the dot.
    if (!before.isDragging) surface.setPointerCapture(event.pointerId);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) moves.current.zoom(distance(now, other) / Math.max(1, distance(before, other)), other);
    else moves.current.pan(now.x - before.x, now.y - before.y);
    pointers.set(event.pointerId, { ...now, isDragging });
  };
  const onUp = (event: PointerEvent) => pointers.delete(event.pointerId);
  const onWheel = (event: WheelEvent) => {
    // A plain wheel scrolls the page.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    moves.current.zoom(1.0015 ** -event.deltaY, pointOf(event));
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  surface.addEventListener('pointerdown', onDown, { signal });
  surface.addEventListener('pointermove', onMove, { signal });
  surface.addEventListener('pointerup', onUp, { signal });
  surface.addEventListener('pointercancel', onUp, { signal });
  surface.addEventListener('wheel', onWheel, { signal, passive: false });
  surface.addEventListener('dblclick', (event) => moves.current.zoom(1.6, pointOf(event)), { signal });
  return () => listeners.abort();
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
