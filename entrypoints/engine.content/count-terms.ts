/** Owns summing up a page: which entries it mentions, and how often. */
import type { EntryIndex } from '../../glossary/find/finder-data';
import type { PageTerms } from '../shared/messages';
import { isContinuous } from './continuity';
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

/** The same entries in no order, each as if mentioned once. Sorts nothing, and looks at no mention of what it has. */
export function nameTerms(index: PageIndex): PageTerms['terms'] {
  const named = new Set<EntryIndex>();
  for (const flow of index.flows()) {
    for (const mention of index.mentionsOf(flow)) {
      const [{ entry }] = mention.senses;
      if (!named.has(entry) && isContinuous(flow, mention)) named.add(entry);
    }
  }
  return [...named].map((entry) => ({ entry, count: 1 }));
}
