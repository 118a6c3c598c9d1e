/** Owns which term comes next: arithmetic over the page's mentions in their order. */

export type Direction = 1 | -1;

/**
 * Index of the mention to go to, or -1 if there is none before the end.
 * @param count number of mentions.
 * @param at the current mention's index, or -1.
 * @param isBeyond without a current mention: whether mention `i` lies after the place the reader is at. Monotonic.
 * @param canBe whether mention `i` can be gone to; those that cannot are passed over.
 */
export function chooseTerm(
  { count, at, direction }: { count: number; at: number; direction: Direction },
  isBeyond: (i: number) => boolean,
  canBe: (i: number) => boolean,
): number {
  let next = at >= 0 ? at + direction : firstBeyond(count, isBeyond) - (direction === 1 ? 0 : 1);
  while (next >= 0 && next < count && !canBe(next)) next += direction;
  return next >= 0 && next < count ? next : -1;
}

/** By bisection. `count` where none is. */
function firstBeyond(count: number, isBeyond: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeyond(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
