/** `npm run glossary -- stale DATE`: lists entries whose state of knowledge is older than a date. */
import type { EntrySource } from '../editor/entry-schema';
import type { Placed } from '../editor/read-entries';
import { isDate } from '../pack/iso-date';
import { BadInput } from './command';

/**
 * A line for each entry that was last looked at before `date`, oldest first. Where an entry says `updated`, that counts;
 * otherwise its `asOf`. A month counts as its last day: 2021-06 is not older than 2021-06-11.
 * @throws {BadInput} if `date` is no month or day.
 */
export function staleEntries(entries: readonly Placed<EntrySource>[], date: string): string {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(date) || !isDate(date)) {
    throw new BadInput(`“${date}” is no date. Usage: npm run glossary -- stale 2024-01 (or 2024-01-31)`);
  }
  const stale = entries
    .map((entry) => ({ entry, seen: entry.value.updated ?? entry.value.asOf }))
    .filter(({ seen }) => isOlder(seen, date))
    .sort((a, b) => (a.seen === b.seen ? 0 : a.seen < b.seen ? -1 : 1));
  const lines = stale.map(
    ({ entry: { value, file, lineOf }, seen }) =>
      `${seen}  glossary/${file}:${lineOf(['asOf'])}: ${value.headword} (${value.id})`,
  );
  return [...lines, `${stale.length} of ${entries.length} entries are older than ${date}`].join('\n');
}

/** Both are a month or a day. */
function isOlder(seen: string, date: string): boolean {
  const length = Math.min(seen.length, date.length);
  return seen.slice(0, length) < date.slice(0, length);
}
