/**
 * A list of any length, rendered in parts: only those near the viewport have lines. The others keep their height, or have
 * that of lines of the usual height.
 */
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Lines of a part. */
const PART = 100;
/** How far from the view parts are rendered, in px. */
const MARGIN = 1000;

interface Props<T> {
  class?: string;
  items: readonly T[];
  /** Usual height of a line, in px. */
  lineHeight: number;
  /** A list item with a key. */
  renderItem(item: T): ComponentChild;
}

/** A `ul` for each part; a list of one part is always rendered, as are all parts without an `IntersectionObserver`. */
export function LongList<T>({ items, ...props }: Props<T>) {
  if (items.length <= PART) return <ul class={props.class}>{items.map(props.renderItem)}</ul>;
  const parts = Array.from({ length: Math.ceil(items.length / PART) }, (_, part) => part * PART);
  return (
    <>
      {parts.map((from) => (
        <Part key={from} items={items.slice(from, from + PART)} isFirst={from === 0} {...props} />
      ))}
    </>
  );
}

function Part<T>({ items, isFirst, lineHeight, renderItem, class: className }: Props<T> & { isFirst: boolean }) {
  const part = useRef<HTMLDivElement>(null);
  const height = useRef(items.length * lineHeight);
  const [isNear, setNear] = useState(isFirst || typeof IntersectionObserver === 'undefined');
  useLayoutEffect(() => {
    const { current } = part;
    if (!current || typeof IntersectionObserver === 'undefined') return;
    const onMove = ([entry]: IntersectionObserverEntry[]) => {
      if (!entry) return;
      // A part with the focus stays, wherever the reader scrolls.
      if (!entry.isIntersecting && current.contains(document.activeElement)) return;
      if (!entry.isIntersecting) height.current = entry.boundingClientRect.height || height.current;
      setNear(entry.isIntersecting);
    };
    const observer = new IntersectionObserver(onMove, { rootMargin: `${MARGIN}px` });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={part} style={isNear ? undefined : { height: `${height.current}px` }}>
      {isNear && <ul class={className}>{items.map(renderItem)}</ul>}
    </div>
  );
}
