/** The beginning of a text, without half a surrogate pair. @param max in UTF-16 units. */
export function truncate(text: string, max: number): string {
  return text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
}
