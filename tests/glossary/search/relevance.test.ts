import { readFileSync } from 'node:fs';
import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createSearch } from '../../../glossary/search/search';

const tableSchema = v.record(v.string(), v.record(v.string(), v.string()));
const table = v.parse(tableSchema, parse(readFileSync(new URL('relevance.yaml', import.meta.url), 'utf8')));
const rows = Object.entries(table).flatMap(([kind, queries]) =>
  Object.entries(queries).map(([query, id]) => ({ kind, query, id })),
);
const search = createSearch(pack, readings);
const placed = rows.map((row) => ({ ...row, found: search.find(row.query).map(({ entry }) => entry.id) }));
const missesOf = (first: number) =>
  placed
    .filter(({ id, found }) => !found.slice(0, first).includes(id))
    .map(({ kind, query, id, found }) => `${kind}: ${query} means ${id}, found ${found.slice(0, 3).join(', ')}`);

describe(`what ${rows.length} readers type`, () => {
  it('is of at least 120 queries, each for an entry there is', () => {
    const ids = new Set(pack.entries.map(({ id }) => id));
    expect(rows.length).toBeGreaterThanOrEqual(120);
    expect(rows.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it.each([
    [1, 0.95],
    [3, 0.99],
  ])('leads to what they mean among the first %i in a share of %f', (first, share) => {
    const misses = missesOf(first);
    const reached = 1 - misses.length / rows.length;
    console.log(`among the first ${first}: ${(100 * reached).toFixed(1)}% of ${rows.length}\n${misses.join('\n')}`);
    expect(reached, misses.join('\n')).toBeGreaterThanOrEqual(share);
  });
});
