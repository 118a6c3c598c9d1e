/** Owns the last step: which candidates of a flow are mentions, given what the rest of the page holds. */
import type { Span } from './boundaries';
import type { EntryIndex, Mention, PatternIndex, Reason, Sense } from './finder-data';
import type { Candidate, OpenSense } from './weigh';

/** What is known of the page, as seen from one flow. */
export interface PageKnowledge {
  /** Whether the cue stands in another flow. */
  hasCue(cue: PatternIndex): boolean;
  /** Whether the entry is mentioned anywhere but at `span`: a form is no evidence for itself. */
  hasEntry(entry: EntryIndex, span: Span): boolean;
  /** Folded text of a cue, for the reason. */
  cueText(cue: PatternIndex): string;
}

/** A place that mentions an entry, whatever longer form may take the place in the end. */
export interface Witness extends Span {
  entry: EntryIndex;
  /** Entries of which one must be mentioned elsewhere before this counts; empty if it counts as it is. */
  needs: readonly EntryIndex[];
}

/**
 * Leftmost-longest over the candidates that have a sense (or block).
 * @param candidates ordered by start, longer first.
 * @returns mentions sorted and disjoint.
 */
export function choose(candidates: readonly Candidate[], page: PageKnowledge): Mention[] {
  const mentions: Mention[] = [];
  let end = 0;
  for (const candidate of candidates) {
    if (candidate.start < end) continue;
    const [first, ...others] = sensesOf(candidate, page);
    if (first) mentions.push({ start: candidate.start, end: candidate.end, senses: [first, ...others] });
    if (first || isBlocker(candidate)) end = candidate.end;
  }
  return mentions;
}

/**
 * What the flow says of entries without asking which others are mentioned: its mentions' likeliest entries, and places
 * that need another entry. The latter take no place away from others, so that more evidence never leaves less.
 * @param page must know no entries.
 */
export function witnessesOf(candidates: readonly Candidate[], page: PageKnowledge): Witness[] {
  const witnesses: Witness[] = [];
  let end = 0;
  for (const candidate of candidates) {
    if (candidate.start < end) continue;
    const here = witnessesAt(candidate, page);
    witnesses.push(...here);
    if (isBlocker(candidate) || here.at(-1)?.needs.length === 0) end = candidate.end;
  }
  return witnesses;
}

/** The senses up to the first that is accepted, which is the last and needs nothing. */
function witnessesAt({ start, end, senses }: Candidate, page: PageKnowledge): Witness[] {
  const witnesses: Witness[] = [];
  for (const sense of senses) {
    const { entry, rule } = sense;
    if (isRefused(sense, page)) continue;
    if (settle(sense, { start, end }, page)) return [...witnesses, { start, end, entry, needs: [] }];
    if (rule?.entries?.length) witnesses.push({ start, end, entry, needs: rule.entries });
  }
  return witnesses;
}

function isBlocker(candidate: Candidate): boolean {
  return candidate.senses.length === 0;
}

function sensesOf(candidate: Candidate, page: PageKnowledge): Sense[] {
  return candidate.senses.map((sense) => settle(sense, candidate, page)).filter((sense) => sense !== null);
}

function settle(sense: OpenSense, span: Span, page: PageKnowledge): Sense | null {
  if (isRefused(sense, page)) return null;
  const reason = sense.reason ?? reasonOnPage(sense, span, page);
  return reason && { entry: sense.entry, reason };
}

function isRefused({ rule }: OpenSense, page: PageKnowledge): boolean {
  return rule?.unlessPage?.some((cue) => page.hasCue(cue)) ?? false;
}

function reasonOnPage({ rule }: OpenSense, span: Span, page: PageKnowledge): Reason | null {
  const cue = rule?.page?.find((wanted) => page.hasCue(wanted));
  if (cue !== undefined) return { kind: 'page', cue: page.cueText(cue) };
  const entry = rule?.entries?.find((wanted) => page.hasEntry(wanted, span));
  return entry === undefined ? null : { kind: 'entry', entry };
}
