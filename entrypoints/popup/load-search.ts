/** Owns what of the popup is long to load, and nobody needs before they type: search. To be imported when the rest is painted. */
import { createSearch, type Search } from '../../glossary/search/search';
import { loadLibrary } from '../shared/library';
import { loadReadings } from '../shared/packaged-data';

/** @param language as `interfaceLanguage` gives it. */
export async function loadSearch(language: string): Promise<Search> {
  const readings = await loadReadings();
  return createSearch(await loadLibrary(language, readings), readings);
}
