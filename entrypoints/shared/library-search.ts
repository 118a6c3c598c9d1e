/** Makes the search of a library in slices, so that the page stays responsive. */
import { FIRST_IMPORTED_SEGMENT } from '../../glossary/library/compile-packs';
import { Library } from '../../glossary/library/library';
import type { Readings } from '../../glossary/search/homophones';
import { createSearch, creatingSearch, type Search } from '../../glossary/search/search';
import { inSlices, LIBRARY_SLICE_MS } from './page/slices';

/**
 * Calls `onSearch` with a search of the library. If there are imported packs, which take long, first calls it with a search
 * of all others. Afterwards prepares the search, so that queries are quick. Ends when `signal` aborts.
 */
export async function makeSearch(
  library: Library,
  readings: Readings,
  onSearch: (search: Search) => void,
  signal: AbortSignal,
): Promise<void> {
  const others = library.packs.slice(0, FIRST_IMPORTED_SEGMENT);
  if (others.length < library.packs.length) onSearch(createSearch(new Library(others), readings, true));
  const search = await inSlices(until(signal, creatingSearch(library, readings)), LIBRARY_SLICE_MS);
  if (!search) return;
  onSearch(search);
  await inSlices(until(signal, search.preparing()), LIBRARY_SLICE_MS);
}

/** The steps until `signal` aborts; then null. */
function* until<T>(signal: AbortSignal, steps: Generator<void, T>): Generator<void, T | null> {
  while (!signal.aborted) {
    const step = steps.next();
    if (step.done) return step.value;
    yield;
  }
  return null;
}
