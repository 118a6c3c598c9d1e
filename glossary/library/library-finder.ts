/** The finder of a library: one over the forms of all packs, so that they compete for the same places. */
import { creatingFinder, type Finder } from '../find/finder';
import { joinFinders } from '../find/join-finders';
import { finish } from '../find/step-budget';
import type { FinderData } from '../pack/finder-data';

/** Joins finders; takes the time of `createFinder`. @param added of the other packs, or null. Damaged data counts as none. */
export function libraryFinder(bundled: FinderData, added: FinderData | null): Finder {
  return finish(creatingLibraryFinder(bundled, added));
}

/** Joins finders in steps. */
export function* creatingLibraryFinder(bundled: FinderData, added: FinderData | null): Generator<void, Finder> {
  if (!added) return yield* creatingFinder(bundled);
  try {
    return yield* creatingFinder(joinFinders(bundled, added));
  } catch {
    // Damaged, or compiled with another table of spellings.
    return yield* creatingFinder(bundled);
  }
}
