import readings from 'virtual:pangzhu/readings';
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../glossary/search/search';
import { missesOf, ROWS } from '../../../tools/bench/search/relevance-rows';
import { library, termId } from '../../library';

const search = createSearch(library, readings);
const find = (query: string) => search.find(query).map(({ entry }) => termId(entry));

describe(`search relevance for ${ROWS.length} typed queries`, () => {
  it('is tested by at least 120 queries, each for an existing entry', () => {
    const ids = new Set(library.entries.map(termId));
    expect(ROWS.length).toBeGreaterThanOrEqual(120);
    expect(ROWS.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it.each([
    [1, 0.95],
    [3, 0.99],
  ])('returns the intended entry among the first %i for a share of at least %f', (count, share) => {
    const misses = missesOf(find, count);
    const lines = misses.map(
      ({ kind, query, id, found }) => `${kind}: ${query} means ${id}, found ${found.join(', ')}`,
    );
    expect(1 - misses.length / ROWS.length, lines.join('\n')).toBeGreaterThanOrEqual(share);
  });
});
