/** Owns how marks look. The rules are inserted for one frame, under names only that frame's script knows. */

/**
 * In Chromium every element inherits the root's highlights: a rule that named no element would give each one of its
 * own, which on a page of 30,000 elements took 20 MB and twice the time. Firefox inherits nothing.
 * What is inherited is computed at the root, so that only `currentColor` itself and percentages follow the text.
 */
const ORIGIN = import.meta.env.FIREFOX ? '' : ':root';

/**
 * A quiet dotted underline in the text's own colour, so that it is right on any ground; the mention in hand gets a
 * wash as well. Screen only: Chromium would print highlights.
 */
export function marksStyle(mention: string, current: string): string {
  return `@media screen {
  ${ORIGIN}::highlight(${mention}) { text-decoration: underline dotted currentColor 8%; }
  ${ORIGIN}::highlight(${current}) { text-decoration: underline solid currentColor 9%; background-color: rgb(197 125 46 / 0.16); }
}`;
}
