/** Owns the table of what readers type and mean, and how often an engine leads there. */
import * as v from 'valibot';
import { parse } from 'yaml';
import source from './relevance.yaml?raw';

export interface Row {
  kind: string;
  query: string;
  /** The entry that is meant. */
  id: string;
}

const tableSchema = v.record(v.string(), v.record(v.string(), v.string()));

export const ROWS: readonly Row[] = Object.entries(v.parse(tableSchema, parse(source))).flatMap(([kind, queries]) =>
  Object.entries(queries).map(([query, id]) => ({ kind, query, id })),
);

/** Rows whose entry is not among the first `count` that `find` gives, with those that are. */
export function missesOf(find: (query: string) => readonly string[], count: number): (Row & { found: string[] })[] {
  return ROWS.map((row) => ({ ...row, found: find(row.query).slice(0, count) })).filter(
    ({ id, found }) => !found.includes(id),
  );
}

/** In [0, 1]. */
export function shareLed(find: (query: string) => readonly string[], count: number): number {
  return 1 - missesOf(find, count).length / ROWS.length;
}
