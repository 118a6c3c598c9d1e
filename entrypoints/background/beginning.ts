/** Owns the beginning of a text that may be too long. */

/** @param max in UTF-16 units; no character is cut in halves. */
export function beginningOf(text: string, max: number): string {
  return text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
}
