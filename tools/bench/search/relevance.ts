/** Measures how often search leads to what readers mean, and Fuse.js alone over the same forms and readings. */
import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import Fuse from 'fuse.js';
import { partsOf } from '../../../glossary/library/entry-name';
import { Library } from '../../../glossary/library/library';
import { createSearch } from '../../../glossary/search/search';
import type { Measured } from '../result';
import { ROWS, shareLed } from './relevance-rows';

/** Among how many results, and the share that is aimed at. */
const AIMS = [
  [1, 0.95],
  [3, 0.99],
] as const;

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
