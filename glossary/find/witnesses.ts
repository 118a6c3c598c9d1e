/** Owns what a flow says of entries without asking which others are mentioned. */

import type { EntryIndex } from '../pack/finder-data';
import type { Span } from './boundaries';
import { isBlocker, isRefused, type PageKnowledge, settleSense } from './choose';
import type { Pace } from './pace';
import type { Candidate } from './weigh';

/** A place that mentions an entry, whatever longer form may take the place in the end. */
export interface Witness extends Span {
  entry: EntryIndex;
  /** Entries of which one must be mentioned elsewhere before this counts; empty if it counts as it is. */
  needs: readonly EntryIndex[];
}

/** What is asked: of which entries, how the page is known (without entries), and how fast. */
interface Question {
  entries: ReadonlySet<EntryIndex>;
  page: PageKnowledge;
  pace: Pace;
}

/**
 * What the flow says of entries: its mentions' likeliest entries, and places that need another entry. The latter take
 * no place away from others, so that more evidence never leaves less. Of those that need nothing two are kept for each
 * entry, the first to end and the last to start: if any stands apart from a place, one of these does.
 */
export function* witnessesOf(
  candidates: readonly Candidate[],
  { entries, page, pace }: Question,
): Generator<void, Witness[]> {
  const dependent: Witness[] = [];
  const outermost = new Map<EntryIndex, [first: Witness, last: Witness]>();
  let end = 0;
  for (const candidate of candidates) {
    if (pace.isDue()) yield;
    if (candidate.start < end) continue;
    const here = witnessesAt(candidate, page);
    for (const witness of here) {
      if (!entries.has(witness.entry)) continue;
      if (witness.needs.length > 0) dependent.push(witness);
      else widen(outermost, witness);
    }
    if (isBlocker(candidate) || here.at(-1)?.needs.length === 0) end = candidate.end;
  }
  const free = [...outermost.values()].flatMap(([first, last]) => (first === last ? [first] : [first, last]));
  return [...free, ...dependent];
}

/** They are disjoint and come in order: the first to come is the first to end. */
function widen(outermost: Map<EntryIndex, [first: Witness, last: Witness]>, witness: Witness): void {
  const [first = witness] = outermost.get(witness.entry) ?? [];
  outermost.set(witness.entry, [first, witness]);
}

/** The senses up to the first that is accepted, which is the last and needs nothing. */
function witnessesAt({ start, end, senses }: Candidate, page: PageKnowledge): Witness[] {
  const witnesses: Witness[] = [];
  for (const sense of senses) {
    const { entry, rule } = sense;
    if (isRefused(sense, page)) continue;
    if (settleSense(sense, { start, end }, page)) return [...witnesses, { start, end, entry, needs: [] }];
    if (rule?.entries?.length) witnesses.push({ start, end, entry, needs: rule.entries });
  }
  return witnesses;
}
