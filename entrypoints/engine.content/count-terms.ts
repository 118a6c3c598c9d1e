/** Owns summing up a page: which entries it mentions, and how often. */
import type { EntryIndex } from '../../glossary/find/finder-data';
import type { PageTerms } from '../shared/messages';
import type { PageIndex } from './page-index';

/** Entries of the page with their counts, in the order of their first mention. The likeliest sense counts. */
export function countTerms(index: PageIndex): PageTerms['terms'] {
  const counts = new Map<EntryIndex, number>();
  for (const { mention } of index.all()) {
    const [{ entry }] = mention.senses;
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return [...counts].map(([entry, count]) => ({ entry, count }));
}
