/** Owns the finder of a pack and the reader's own terms, which lead where both have a form. */
import { createFinder, type Finder } from '../find/finder';
import type { FinderData } from '../find/finder-data';
import { entryCountOf, joinFinders } from '../find/join-finders';

/** @param own null where there are no terms; what no finder can be made of counts as none. Takes the time of `createFinder`. */
export function finderWithOwn(bundled: FinderData, own: FinderData | null): Finder {
  if (!own) return createFinder(bundled);
  const count = entryCountOf(bundled);
  try {
    return createFinder(joinFinders(bundled, own, count), count);
  } catch {
    // Damaged, or compiled with a table of spellings that has changed since.
    return createFinder(bundled);
  }
}
