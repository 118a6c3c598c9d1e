/** Measures how often search returns the intended entry, against Fuse.js alone on the same forms and readings. */
import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import Fuse from 'fuse.js';
import { partsOf } from '../../../glossary/library/entry-name';
import { Library } from '../../../glossary/library/library';
import { createSearch } from '../../../glossary/search/search';
import type { Measured } from '../result';
import { ROWS, shareLed } from './relevance-rows';

/** Number of results considered, and the budget for the share of hits. */
const AIMS = [
  [1, 0.95],
  [3, 0.99],
] as const;

/** The shares of hits for each number of results. */
export function measureRelevance(): Measured[] {
  const search = createSearch(new Library([pack]), readings);
  const find = (query: string) => search.find(query).map(({ entry }) => partsOf(entry.id).term);
  const fuse = new Fuse(
    pack.terms.map(({ id, forms, keys }) => ({
      id,
      forms,
      readings: keys.syllables.map((syllables) => syllables.join('')),
      initials: keys.syllables.map((syllables) => syllables.map((syllable) => syllable[0]).join('')),
    })),
    { keys: ['forms', 'readings', 'initials'], threshold: 0.34, ignoreLocation: true, ignoreDiacritics: true },
  );
  const findByFuse = (query: string) => fuse.search(query).map(({ item }) => item.id);
  return AIMS.map(([count, aim]) => ({
    name: `search, ${ROWS.length} queries: led to what is meant among the first ${count}`,
    value: shareLed(find, count),
    unit: 'share',
    limit: aim,
    peers: { 'Fuse.js alone': shareLed(findByFuse, count) },
  }));
}
