/** Reads the table of queries with their intended entries (`relevance.yaml`), and scores an engine by it. */
import * as v from 'valibot';
import { parse } from 'yaml';
import source from './relevance.yaml?raw';

/** A query with its intended entry. */
export interface Row {
  kind: string;
  query: string;
  /** Id of the intended entry. */
  id: string;
}

const tableSchema = v.record(v.string(), v.record(v.string(), v.string()));

/** All rows of the table. */
export const ROWS: readonly Row[] = Object.entries(v.parse(tableSchema, parse(source))).flatMap(([kind, queries]) =>
  Object.entries(queries).map(([query, id]) => ({ kind, query, id })),
);

/** Rows whose entry is not among the first `count` ids of `find`, with the ids that are. */
export function missesOf(find: (query: string) => readonly string[], count: number): (Row & { found: string[] })[] {
  return ROWS.map((row) => ({ ...row, found: find(row.query).slice(0, count) })).filter(
    ({ id, found }) => !found.includes(id),
  );
}

/** The share of rows whose entry is among the first `count` ids of `find`, in [0, 1]. */
export function shareLed(find: (query: string) => readonly string[], count: number): number {
  return 1 - missesOf(find, count).length / ROWS.length;
}
