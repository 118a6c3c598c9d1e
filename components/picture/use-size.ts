/** Measures an element, and follows its size. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** In CSS px. */
export interface Size {
  width: number;
  height: number;
}

/** @param initial for the first render, and where nothing is laid out. The element has no padding and no border. */
export function useSize(element: RefObject<Element | null>, initial: Size): Size {
  const [size, setSize] = useState(initial);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const apply = ({ width, height }: Size) => {
      if (width > 0) setSize((now) => (now.width === width && now.height === height ? now : { width, height }));
    };
    // Before the first paint: drawn for the initial size, the picture would jump under the pointer a frame later.
    apply(current.getBoundingClientRect());
    const observer = new ResizeObserver(([entry]) => entry && apply(entry.contentRect));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
