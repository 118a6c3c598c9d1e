/** Owns summing up a page: which entries it mentions, and how often. */
import type { EntryIndex, Mention } from '../../glossary/find/finder-data';
import type { PageTerms } from '../shared/messages';
import type { PageIndex } from './page-index';

/**
 * Entries of the page with their counts, in the order of their first mention; of a page that is large, in that in which
 * it was read, as far as its text alone tells: this is asked again and again while a page changes. The likeliest sense
 * counts.
 */
export function countTerms(index: PageIndex): PageTerms['terms'] {
  const counts = new Map<EntryIndex, number>();
  const count = ({ senses: [{ entry }] }: Mention) => counts.set(entry, (counts.get(entry) ?? 0) + 1);
  if (index.isLarge) for (const flow of index.flows()) index.mentionsOf(flow).forEach(count);
  else for (const { mention } of index.all()) count(mention);
  return [...counts].map(([entry, number]) => ({ entry, count: number }));
}
