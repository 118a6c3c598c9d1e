/** Owns moving and zooming by pointer: dragging, pinching, the wheel with Ctrl, a double click. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

interface Moves {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: { x: number; y: number }): void;
}

/** How far a pointer moves until it drags: less is a click, in px. */
const DRAG_PX = 4;

export function usePanning(surface: RefObject<SVGSVGElement | null>, moves: RefObject<Moves>): void {
  useEffect(() => {
    const { current } = surface;
    if (!current) return undefined;
    const pointers = new Map<number, { x: number; y: number; isDragging: boolean }>();
    const placeOf = (event: MouseEvent) => {
      const box = current.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const onDown = (event: PointerEvent) => {
      if (event.button === 0) pointers.set(event.pointerId, { ...placeOf(event), isDragging: false });
    };
    const onMove = (event: PointerEvent) => {
      // Let go outside before it dragged: nobody told us, and it is no drag when it comes back.
      if (event.buttons === 0) pointers.delete(event.pointerId);
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = placeOf(event);
      const isDragging = before.isDragging || Math.hypot(now.x - before.x, now.y - before.y) > DRAG_PX;
      if (!isDragging) return;
      // Captured only now: a click on a dot is the dot's.
      if (!before.isDragging) current.setPointerCapture(event.pointerId);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const distance = (point: { x: number; y: number }) => Math.hypot(point.x - other.x, point.y - other.y);
        moves.current?.zoom(distance(now) / Math.max(1, distance(before)), other);
      } else moves.current?.pan(now.x - before.x, now.y - before.y);
      pointers.set(event.pointerId, { ...now, isDragging });
    };
    const onUp = (event: PointerEvent) => pointers.delete(event.pointerId);
    const onWheel = (event: WheelEvent) => {
      // A plain wheel scrolls the page the picture is on.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      moves.current?.zoom(1.0015 ** -event.deltaY, placeOf(event));
    };
    const onDouble = (event: MouseEvent) => moves.current?.zoom(1.6, placeOf(event));
    const listeners = new AbortController();
    const { signal } = listeners;
    current.addEventListener('pointerdown', onDown, { signal });
    current.addEventListener('pointermove', onMove, { signal });
    current.addEventListener('pointerup', onUp, { signal });
    current.addEventListener('pointercancel', onUp, { signal });
    current.addEventListener('wheel', onWheel, { signal, passive: false });
    current.addEventListener('dblclick', onDouble, { signal });
    return () => listeners.abort();
  }, [surface, moves]);
}
