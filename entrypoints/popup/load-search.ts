/** Loads search, which takes long. Import it after the popup is painted. */
import { createSearch, type Search } from '../../glossary/search/search';
import { loadLibrary } from '../shared/library';
import { loadReadings } from '../shared/packaged-data';

/** Creates a search over the library. @param language of `interfaceLanguage`. */
export async function loadSearch(language: string): Promise<Search> {
  const readings = await loadReadings();
  return createSearch(await loadLibrary(language, readings), readings);
}
