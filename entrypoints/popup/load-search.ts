/** Loads search, which takes long. Import it after the popup is painted. */
import type { Search } from '../../glossary/search/search';
import { loadLibrary } from '../shared/library';
import { makeSearch } from '../shared/library-search';
import { loadReadings } from '../shared/packaged-data';

/**
 * Calls `onSearch` as `makeSearch` does, until `signal` aborts.
 * @param language of `interfaceLanguage`.
 */
export async function loadSearch(
  language: string,
  onSearch: (search: Search) => void,
  signal: AbortSignal,
): Promise<void> {
  const readings = await loadReadings();
  await makeSearch(await loadLibrary(language, readings), readings, onSearch, signal);
}
