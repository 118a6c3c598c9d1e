/** Binary search over indexes. */

/**
 * The first index below `length` for which `holds`, or `length` if there is none. Logarithmic.
 * @param holds must not become false again at a later index; null for an index that says nothing about the order: the
 * next one is asked instead.
 */
export function firstIndex(length: number, holds: (index: number) => boolean | null): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let next = middle;
    let answer: boolean | null = null;
    while (next < high && answer === null) answer = holds(next++);
    if (answer === false) low = next;
    else high = middle;
  }
  return low;
}
