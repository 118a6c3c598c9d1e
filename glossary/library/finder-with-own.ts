/** Owns the finder of a pack and the reader's own terms, which lead where both have a form. */
import { creatingFinder, type Finder } from '../find/finder';
import { entryCountOf, joinFinders } from '../find/join-finders';
import { finish } from '../find/pace';
import type { FinderData } from '../pack/finder-data';

/** @param own null where there are no terms; what no finder can be made of counts as none. Takes the time of `createFinder`. */
export function finderWithOwn(bundled: FinderData, own: FinderData | null): Finder {
  return finish(creatingFinderWithOwn(bundled, own));
}

/** As `finderWithOwn`, in steps. */
export function* creatingFinderWithOwn(bundled: FinderData, own: FinderData | null): Generator<void, Finder> {
  if (!own) return yield* creatingFinder(bundled);
  const count = entryCountOf(bundled);
  try {
    return yield* creatingFinder(joinFinders(bundled, own, count), count);
  } catch {
    // Damaged, or compiled with a table of spellings that has changed since.
    return yield* creatingFinder(bundled);
  }
}
