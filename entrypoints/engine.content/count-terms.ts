/** Counts the entries a page mentions. In steps: a page may have tens of thousands of mentions. */

import { STEP_PIECES, StepBudget } from '../../glossary/find/step-budget';
import type { EntryIndex } from '../../glossary/pack/finder-data';
import type { PageTerms } from '../shared/messages';
import { isContinuous } from './continuity';
import type { PageIndex } from './page-index';

type Terms = PageTerms['terms'];

/** Mentions in one step: `isContinuous` takes some microseconds. */
const STEP_MENTIONS = 128;

/** Entries of the page with their counts, in the order of their first mention. Of each mention the likeliest sense counts. */
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

/** The same entries unordered, each with count 1. Sorts nothing, and skips further mentions of an entry. */
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
