/** Owns knowing how large an element is set, as it changes. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Size } from './view';

/** In CSS px; `start` until it is known. */
export function useSize(element: RefObject<Element | null>, start: Size): Size {
  const [size, setSize] = useState(start);
  useEffect(() => {
    const { current } = element;
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
