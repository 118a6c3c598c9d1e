/**
 * Owns that the focus stays where the reader is when the line it is in goes: on the line that took its place, or on the
 * heading where none is left. The browser would drop it, and with it the place of whoever goes by the keyboard.
 */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const CONTROLS = 'button, select, input';

/** Where the focus was: a control of a line, both by their number. */
interface Place {
  element: Element;
  line: number;
  control: number;
}

/** @returns a ref for the element that holds a list (`.options-list`) and, the last with `tabindex="-1"`, its heading. */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const section = useRef<E>(null);
  const last = useRef<Place | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = placeOf(target);
    };
    const { current } = section;
    current?.addEventListener('focusin', note);
    return () => current?.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    const place = last.current;
    if (!place) return;
    if (place.element.isConnected) {
      // Lines before it may have come or gone.
      last.current = placeOf(place.element);
      return;
    }
    last.current = null;
    // Whoever has the focus by now was given it.
    if (document.activeElement === document.body) standIn(section.current, place)?.focus();
  });
  return section;
}

/** Null for what is in no line. */
function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element)) return null;
  const line = target.closest('.options-list > li');
  if (!line) return null;
  const control = [...line.querySelectorAll(CONTROLS)].indexOf(target);
  return { element: target, line: [...(line.parentElement?.children ?? [])].indexOf(line), control };
}

function standIn(section: HTMLElement | null, { line, control }: Place): HTMLElement | null | undefined {
  const lines = section?.querySelectorAll('.options-list > li') ?? [];
  const next = lines[Math.min(line, lines.length - 1)];
  if (!next) return [...(section?.querySelectorAll<HTMLElement>('[tabindex="-1"]') ?? [])].at(-1);
  return next.querySelectorAll<HTMLElement>(CONTROLS)[control];
}
