/** Owns what of the popup is long to load, and nobody needs before they type: search. To be imported when the rest is painted. */
import readings from 'virtual:pangzhu/readings';
import { createSearch, type Search } from '../../glossary/search/search';
import { loadPack } from '../shared/reader-pack';

/** @param language as `interfaceLanguage` gives it. */
export async function loadSearch(language: string): Promise<Search> {
  return createSearch(await loadPack(language, readings), readings);
}
