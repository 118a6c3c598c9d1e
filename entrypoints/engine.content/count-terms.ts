/** Owns summing up a page: which entries it mentions, and how often. In steps: a page may mention ten thousand. */

import { Pace, STEP_PIECES } from '../../glossary/find/pace';
import type { EntryIndex } from '../../glossary/pack/finder-data';
import type { PageTerms } from '../shared/messages';
import { isContinuous } from './continuity';
import type { PageIndex } from './page-index';

type Terms = PageTerms['terms'];

/** Mentions in one step: to see whether one is a run for the eye takes some microseconds. */
const STEP_MENTIONS = 128;

/** Entries of the page with their counts, in the order of their first mention. The likeliest sense counts. */
export function* countingTerms(index: PageIndex): Generator<void, Terms> {
  const counts = new Map<EntryIndex, number>();
  const pace = new Pace(STEP_MENTIONS);
  for (const flow of yield* index.orderingFlows(new Pace(STEP_PIECES))) {
    for (const mention of index.mentionsOf(flow)) {
      if (pace.isDue()) yield;
      const [{ entry }] = mention.senses;
      if (isContinuous(flow, mention)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
  }
  return [...counts].map(([entry, count]) => ({ entry, count }));
}

/** The same entries in no order, each as if mentioned once. Sorts nothing, and looks at no mention of what it has. */
export function* namingTerms(index: PageIndex): Generator<void, Terms> {
  const named = new Set<EntryIndex>();
  const pace = new Pace(STEP_PIECES);
  for (const flow of index.eachFlow()) {
    for (const mention of index.mentionsOf(flow)) {
      if (pace.isDue()) yield;
      const [{ entry }] = mention.senses;
      if (!named.has(entry) && isContinuous(flow, mention)) named.add(entry);
    }
  }
  return [...named].map((entry) => ({ entry, count: 1 }));
}
