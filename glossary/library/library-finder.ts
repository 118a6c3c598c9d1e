/** The finder of a library: one over the forms of all packs, so that they compete for the same places. */
import { creatingFinder, type Finder } from '../find/finder';
import { joinFinders } from '../find/join-finders';
import type { FinderData } from '../pack/finder-data';
import { finish } from '../pack/step-budget';

/** Joins finders; takes the time of `createFinder`. @param added of the other packs, or null. Damaged data counts as none. */
export function libraryFinder(bundled: FinderData, added: FinderData | null): Finder {
  return finish(creatingLibraryFinder(bundled, added ? [added] : []));
}

/** Joins finders in steps. */
export function* creatingLibraryFinder(bundled: FinderData, added: readonly FinderData[]): Generator<void, Finder> {
  try {
    return yield* creatingFinder(added.reduce(joinFinders, bundled));
  } catch {
    // Damaged, or compiled with another table of spellings.
    return yield* creatingFinder(bundled);
  }
}
