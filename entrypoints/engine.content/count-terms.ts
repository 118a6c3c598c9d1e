/** Counts the entries that a reader can meet on a page. In steps: a page may have tens of thousands of mentions. */
import type { EntryIndex } from '../../glossary/pack/finder-data';
import { STEP_PIECES, StepBudget } from '../../glossary/pack/step-budget';
import type { PageTerms } from '../shared/messages';
import type { PageIndex } from './page-index';
import { Visibility } from './visibility';

/** Mentions in one step: each takes some ten microseconds, most of them for its boxes. */
const STEP_MENTIONS = 64;

/** The entries, and whether mentions were left out because they are hidden. */
export interface CountedTerms {
  terms: PageTerms['terms'];
  hasHidden: boolean;
}

/**
 * Entries of the page with their counts, in the order of their first mention. Of each mention the likeliest sense counts.
 * @param isBrief the same entries unordered, each with count 1: sorts nothing and skips further mentions of an entry.
 */
export function* countingTerms(index: PageIndex, isBrief: boolean): Generator<void, CountedTerms> {
  const counts = new Map<EntryIndex, number>();
  const runs = isBrief ? index.eachRun() : yield* index.orderingRuns(new StepBudget(STEP_PIECES));
  const budget = new StepBudget(STEP_MENTIONS);
  const visibility = new Visibility();
  let hasHidden = false;
  for (const run of runs) {
    for (const mention of index.mentionsOf(run)) {
      if (budget.spend()) yield;
      const [{ entry }] = mention.senses;
      const count = counts.get(entry) ?? 0;
      if (count > 0 && isBrief) continue;
      if (visibility.isRendered(run, mention)) counts.set(entry, count + 1);
      else hasHidden = true;
    }
  }
  return { terms: [...counts].map(([entry, count]) => ({ entry, count })), hasHidden };
}
