/** Owns the last step: which candidates of a flow are mentions, given what the page as a whole holds. */
import type { EntryIndex, Mention, PatternIndex, Reason, Sense } from './finder-data';
import type { Candidate, OpenSense } from './weigh';

/** What is known of the page. A form is no evidence for itself, so `entry` tells whether another entry is mentioned. */
export interface PageKnowledge {
  hasCue(cue: PatternIndex): boolean;
  hasEntry(entry: EntryIndex): boolean;
  /** Folded text of a cue, for the reason. */
  cueText(cue: PatternIndex): string;
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
    const senses = candidate.senses.map((sense) => settle(sense, page)).filter((sense) => sense !== null);
    const [first, ...others] = senses;
    if (first) mentions.push({ start: candidate.start, end: candidate.end, senses: [first, ...others] });
    if (first || candidate.senses.length === 0) end = candidate.end;
  }
  return mentions;
}

function settle({ entry, reason, rule }: OpenSense, page: PageKnowledge): Sense | null {
  if (rule?.unlessPage?.some((cue) => page.hasCue(cue))) return null;
  const found = reason ?? reasonOnPage(rule, page);
  return found && { entry, reason: found };
}

function reasonOnPage(rule: OpenSense['rule'], page: PageKnowledge): Reason | null {
  const cue = rule?.page?.find((wanted) => page.hasCue(wanted));
  if (cue !== undefined) return { kind: 'page', cue: page.cueText(cue) };
  const entry = rule?.entries?.find((wanted) => page.hasEntry(wanted));
  return entry === undefined ? null : { kind: 'entry', entry };
}
