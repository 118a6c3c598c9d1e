/** Collects the evidence a text run gives for entries, without knowing which entries others mention. */
import type { EntryIndex } from '../pack/finder-data';
import type { StepBudget } from '../pack/step-budget';
import type { Span } from './boundaries';
import type { Candidate } from './candidates';
import { isExclusion, isRefused, type PageKnowledge, settleSense } from './choose';

/** A place that mentions an entry, even if a longer form takes the place in the end. */
export interface EntryEvidence extends Span {
  entry: EntryIndex;
  /** One of these entries must be mentioned elsewhere before this counts; empty if it counts without. */
  needs: readonly EntryIndex[];
}

interface Question {
  /** The entries asked for. */
  entries: ReadonlySet<EntryIndex>;
  /** The page without any entries. */
  page: PageKnowledge;
  budget: StepBudget;
}

/**
 * The evidence of a text run: the likeliest entries of its mentions, and places that need another entry. The latter take
 * no place away from others, so that more evidence never leads to less. Of unconditional evidence, two places are kept
 * for each entry, the first to end and the last to start: if any place is apart from a given span, one of these is.
 */
export function* collectEvidence(
  candidates: readonly Candidate[],
  { entries, page, budget }: Question,
): Generator<void, EntryEvidence[]> {
  const conditional: EntryEvidence[] = [];
  const outermost = new Map<EntryIndex, [first: EntryEvidence, last: EntryEvidence]>();
  let end = 0;
  for (const candidate of candidates) {
    if (budget.spend()) yield;
    if (candidate.start < end) continue;
    const here = evidenceAt(candidate, page);
    for (const evidence of here) {
      if (!entries.has(evidence.entry)) continue;
      if (evidence.needs.length > 0) conditional.push(evidence);
      // Disjoint and ordered: the first to come is the first to end.
      else outermost.set(evidence.entry, [outermost.get(evidence.entry)?.[0] ?? evidence, evidence]);
    }
    if (isExclusion(candidate) || here.at(-1)?.needs.length === 0) end = candidate.end;
  }
  const unconditional = [...outermost.values()].flatMap(([first, last]) => (first === last ? [first] : [first, last]));
  return [...unconditional, ...conditional];
}

/** The senses up to the first that holds without other entries, which comes last. */
function evidenceAt({ start, end, senses }: Candidate, page: PageKnowledge): EntryEvidence[] {
  const found: EntryEvidence[] = [];
  for (const sense of senses) {
    const { entry, rule } = sense;
    if (isRefused(sense, page)) continue;
    if (settleSense(sense, { start, end }, page)) return [...found, { start, end, entry, needs: [] }];
    if (rule?.entries?.length) found.push({ start, end, entry, needs: rule.entries });
  }
  return found;
}
