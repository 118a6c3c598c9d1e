/** Owns summing up a page: which entries it mentions, and how often. In steps: a page may mention ten thousand. */

import { STEP_PIECES, StepBudget } from '../../glossary/find/step-budget';
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
  const budget = new StepBudget(STEP_MENTIONS);
  for (const run of yield* index.orderingRuns(new StepBudget(STEP_PIECES))) {
    for (const mention of index.mentionsOf(run)) {
      if (budget.spend()) yield;
      const [{ entry }] = mention.senses;
      if (isContinuous(run, mention)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
  }
  return [...counts].map(([entry, count]) => ({ entry, count }));
}

/** The same entries in no order, each as if mentioned once. Sorts nothing, and looks at no mention of what it has. */
export function* namingTerms(index: PageIndex): Generator<void, Terms> {
  const named = new Set<EntryIndex>();
  const budget = new StepBudget(STEP_PIECES);
  for (const run of index.eachRun()) {
    for (const mention of index.mentionsOf(run)) {
      if (budget.spend()) yield;
      const [{ entry }] = mention.senses;
      if (!named.has(entry) && isContinuous(run, mention)) named.add(entry);
    }
  }
  return [...named].map((entry) => ({ entry, count: 1 }));
}
