/** The finder of a library: one over the forms of all packs, so that they compete for the same places. */
import { creatingFinder, type Finder } from '../find/finder';
import { joinFinders } from '../find/join-finders';
import { finish } from '../find/step-budget';
import type { FinderData } from '../pack/finder-data';

/** @param added of the other packs; null if there are none. Damaged data counts as none. Takes the time of `createFinder`. */
export function libraryFinder(bundled: FinderData, added: FinderData | null): Finder {
  return finish(creatingLibraryFinder(bundled, added));
}

/** As `libraryFinder`, in steps. */
export function* creatingLibraryFinder(bundled: FinderData, added: FinderData | null): Generator<void, Finder> {
  if (!added) return yield* creatingFinder(bundled);
  try {
    return yield* creatingFinder(joinFinders(bundled, added));
  } catch {
    // Damaged, or compiled with a table of spellings that has changed since.
    return yield* creatingFinder(bundled);
  }
}
