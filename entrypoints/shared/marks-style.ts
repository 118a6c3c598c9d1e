/** Owns how marks look. The rules are inserted for one frame, under names only that frame's script knows. */

/**
 * A quiet dotted underline in the text's own colour, so that it is right on any ground; the mention in hand gets a
 * wash as well. Screen only: Chromium would print highlights.
 */
export function marksStyle(mention: string, current: string): string {
  return `@media screen {
  ::highlight(${mention}) { text-decoration: underline dotted color-mix(in srgb, currentColor 65%, transparent) 0.09em; }
  ::highlight(${current}) { text-decoration: underline solid currentColor 0.09em; background-color: rgb(197 125 46 / 0.16); }
}`;
}
