/** Owns what of the popup is long to load: the pack and its search. To be imported when the rest is painted. */
import readings from 'virtual:pangzhu/readings';
import type { ReaderPack } from '../../glossary/pack/pack';
import { createSearch, type Search } from '../../glossary/search/search';
import { loadPack } from '../shared/reader-pack';

export interface SearchablePack {
  pack: ReaderPack;
  search: Search;
}

/** @param language as `interfaceLanguage` gives it. */
export async function loadSearchablePack(language: string): Promise<SearchablePack> {
  const pack = await loadPack(language, readings);
  return { pack, search: createSearch(pack, readings) };
}
