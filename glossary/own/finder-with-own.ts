/** Owns the finder of a pack and the reader's own terms, which lead where both have a form. */
import { createFinder, type Finder } from '../find/finder';
import type { FinderData } from '../find/finder-data';
import { entryCountOf, joinFinders } from '../find/join-finders';

/** @param own null where there are no terms. Takes the time of `createFinder`. */
export function finderWithOwn(bundled: FinderData, own: FinderData | null): Finder {
  if (!own) return createFinder(bundled);
  const count = entryCountOf(bundled);
  return createFinder(joinFinders(bundled, own, count), count);
}
