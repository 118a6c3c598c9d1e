/** Keeps the focus in a list when the line with the focus is removed, where the browser would drop it. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const CONTROLS = 'button, select, input';

/** The focused control: index of its line, and its index in the line. */
interface Place {
  element: Element;
  line: number;
  control: number;
}

/**
 * Moves the focus to the same control of the next line, of the previous line, or else to the heading.
 * @returns a ref for an element with a list (`.options-list`) whose heading is its last child with `tabindex="-1"`.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const section = useRef<E>(null);
  const last = useRef<Place | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      last.current = placeOf(target);
    };
    const { current } = section;
    current?.addEventListener('focusin', onFocus);
    return () => current?.removeEventListener('focusin', onFocus);
  }, []);
  useLayoutEffect(() => {
    const place = last.current;
    if (!place) return;
    if (place.element.isConnected) {
      // Lines before it may have been added or removed.
      last.current = placeOf(place.element);
      return;
    }
    last.current = null;
    // Another element may have taken the focus since.
    if (document.activeElement === document.body) replacementOf(section.current, place)?.focus();
  });
  return section;
}

/** Null outside of a line. */
function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest('.options-list > li');
  if (!line) return null;
  const control = [...line.querySelectorAll(CONTROLS)].indexOf(target);
  return { element: target, line: [...(line.parentElement?.children ?? [])].indexOf(line), control };
}

function replacementOf(section: HTMLElement | null, { line, control }: Place): HTMLElement | null | undefined {
  const lines = section?.querySelectorAll('.options-list > li') ?? [];
  const next = lines[Math.min(line, lines.length - 1)];
  if (!next) return [...(section?.querySelectorAll<HTMLElement>('[tabindex="-1"]') ?? [])].at(-1);
  return next.querySelectorAll<HTMLElement>(CONTROLS)[control];
}
