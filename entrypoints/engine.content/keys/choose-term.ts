/** Chooses the next term: arithmetic over the page's mentions in document order. */
import { firstIndex } from '../../../glossary/find/bisect';

/** Forwards or backwards. */
export type Direction = 1 | -1;

/**
 * Index of the next mention in that direction, or -1 if there is none.
 * @param count number of mentions.
 * @param at the current mention's index, or -1.
 * @param isBeyond without a current mention: whether mention `i` lies after the reader's place. Monotonic; null for a
 * mention without a place.
 * @param canBe whether mention `i` can be shown; others are skipped.
 */
export function chooseTerm(
  { count, at, direction }: { count: number; at: number; direction: Direction },
  isBeyond: (i: number) => boolean | null,
  canBe: (i: number) => boolean,
): number {
  let next = at >= 0 ? at + direction : firstIndex(count, isBeyond) - (direction === 1 ? 0 : 1);
  while (next >= 0 && next < count && !canBe(next)) next += direction;
  return next >= 0 && next < count ? next : -1;
}
