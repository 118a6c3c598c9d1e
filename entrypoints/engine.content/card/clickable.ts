/** Owns telling what the page made to be clicked: a tap there is the page's. */
import { isElement, isMatching } from '../dom';

const CLICKABLE =
  'a[href], area, button, input, select, textarea, label, summary, video, audio, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [onclick], [contenteditable]';

/** Whether a click at the innermost of `path` does something: its elements say so, or the pointer above it does. */
export function isClickable(path: readonly EventTarget[]): boolean {
  const elements = path.filter((item): item is Element => item instanceof Node && isElement(item));
  const [innermost] = elements;
  if (innermost && getComputedStyle(innermost).cursor === 'pointer') return true;
  return elements.some((element) => isMatching(element, CLICKABLE));
}
