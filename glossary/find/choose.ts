/** Chooses the mentions of a text run among its candidates, given the evidence on the page. */
import {
  type EntryIndex,
  type Mention,
  type PatternIndex,
  packRank,
  type Reason,
  type Sense,
} from '../pack/finder-data';
import type { StepBudget } from '../pack/step-budget';
import type { Span } from './boundaries';
import type { Candidate } from './candidates';
import type { OpenSense } from './evaluate-hit';

/** The evidence on the page, as one text run sees it. */
export interface PageKnowledge {
  /** Whether the cue occurs in another text run. */
  hasCue(cue: PatternIndex): boolean;
  /** Whether the entry is mentioned anywhere but at `span`: a form is no evidence for itself. */
  hasEntry(entry: EntryIndex, span: Span): boolean;
  /** Folded text of a cue, for the reason. */
  cueText(cue: PatternIndex): string;
}

/**
 * Leftmost-longest over the candidates that have a sense or are exclusions.
 * @param candidates ordered by start, longer first.
 * @returns mentions sorted and disjoint.
 */
export function* chooseMentions(
  candidates: readonly Candidate[],
  page: PageKnowledge,
  budget: StepBudget,
): Generator<void, Mention[]> {
  const mentions: Mention[] = [];
  let end = 0;
  for (const candidate of candidates) {
    if (budget.spend()) yield;
    if (candidate.start < end) continue;
    const senses = ranked(sensesOf(candidate, page));
    if (isSome(senses)) mentions.push({ start: candidate.start, end: candidate.end, senses });
    if (isSome(senses) || isExclusion(candidate)) end = candidate.end;
  }
  // The copy has no room for further items, which the list that grew has.
  return mentions.slice();
}

/** Whether both lists have the same places, senses and reasons. */
export function* areSameMentions(
  one: readonly Mention[],
  other: readonly Mention[],
  budget: StepBudget,
): Generator<void, boolean> {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) {
    if (budget.spend()) yield;
    const [a, b] = [one[i] as Mention, other[i] as Mention]; // `i` is below the length of both.
    if (a.start !== b.start || a.end !== b.end || a.senses.length !== b.senses.length) return false;
    if (!a.senses.every((sense, k) => isSameSense(sense, b.senses[k]))) return false;
  }
  return true;
}

function isSameSense(one: Sense, other: Sense | undefined): boolean {
  if (one.entry !== other?.entry || one.reason.kind !== other.reason.kind) return false;
  return evidenceOf(one.reason) === evidenceOf(other.reason);
}

function evidenceOf(reason: Reason): string | EntryIndex | null {
  if ('cue' in reason) return reason.cue;
  return 'entry' in reason ? reason.entry : null;
}

/** Whether the candidate only keeps its place from others. */
export function isExclusion(candidate: Candidate): boolean {
  return candidate.senses.length === 0;
}

function sensesOf(candidate: Candidate, page: PageKnowledge): Sense[] {
  const [first] = candidate.senses;
  if (first && candidate.senses.length === 1) {
    const sense = settleSense(first, candidate, page);
    // An array literal has no room for further items; one that grows has it for seventeen, and a page has tens of thousands.
    return sense ? [sense] : [];
  }
  const senses: Sense[] = [];
  for (const open of candidate.senses) {
    const sense = settleSense(open, candidate, page);
    if (sense) senses.push(sense);
  }
  return senses;
}

function isSome(senses: Sense[]): senses is Mention['senses'] {
  return senses.length > 0;
}

/** By the rank of their packs, then the likelier first. Ranks have no part in weighing evidence. */
function ranked(senses: Sense[]): Sense[] {
  if (senses.length < 2) return senses;
  return senses.sort((a, b) => packRank(a.entry) - packRank(b.entry) || 0);
}

/** The sense with its reason on this page; null if the page refuses it or has no evidence for it. */
export function settleSense(sense: OpenSense, span: Span, page: PageKnowledge): Sense | null {
  if (isRefused(sense, page)) return null;
  const reason = sense.reason ?? reasonOnPage(sense, span, page);
  return reason && { entry: sense.entry, reason };
}

/** Whether a cue elsewhere on the page refuses the sense. */
export function isRefused({ rule }: OpenSense, page: PageKnowledge): boolean {
  return rule?.unlessPage?.some((cue) => page.hasCue(cue)) ?? false;
}

function reasonOnPage({ rule }: OpenSense, span: Span, page: PageKnowledge): Reason | null {
  const cue = rule?.page?.find((wanted) => page.hasCue(wanted));
  if (cue !== undefined) return { kind: 'page', cue: page.cueText(cue) };
  const entry = rule?.entries?.find((wanted) => page.hasEntry(wanted, span));
  return entry === undefined ? null : { kind: 'entry', entry };
}
