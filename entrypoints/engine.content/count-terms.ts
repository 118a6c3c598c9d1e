/** Counts the entries a page mentions. In steps: a page may have tens of thousands of mentions. */
import { STEP_PIECES, StepBudget } from '../../glossary/find/step-budget';
import type { EntryIndex } from '../../glossary/pack/finder-data';
import type { PageTerms } from '../shared/messages';
import { isContinuous } from './continuity';
import type { PageIndex } from './page-index';

/** Mentions in one step: `isContinuous` takes some microseconds. */
const STEP_MENTIONS = 128;

/**
 * Entries of the page with their counts, in the order of their first mention. Of each mention the likeliest sense counts.
 * @param isBrief the same entries unordered, each with count 1: sorts nothing and skips further mentions of an entry.
 */
export function* countingTerms(index: PageIndex, isBrief: boolean): Generator<void, PageTerms['terms']> {
  const counts = new Map<EntryIndex, number>();
  const runs = isBrief ? index.eachRun() : yield* index.orderingRuns(new StepBudget(STEP_PIECES));
  const budget = new StepBudget(isBrief ? STEP_PIECES : STEP_MENTIONS);
  for (const run of runs) {
    for (const mention of index.mentionsOf(run)) {
      if (budget.spend()) yield;
      const [{ entry }] = mention.senses;
      const count = counts.get(entry) ?? 0;
      if ((count === 0 || !isBrief) && isContinuous(run, mention)) counts.set(entry, count + 1);
    }
  }
  return [...counts].map(([entry, count]) => ({ entry, count }));
}
