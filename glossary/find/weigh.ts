/**
 * Owns what the text around a hit says: spelling, neighbours, cues in the same flow.
 * What depends on the rest of the page is left open, as conditions of the candidate.
 */

import { isLatinOrDigit, lettersOf } from '../pack/characters';
import type { EntryIndex, PatternIndex, Reason, Rule } from '../pack/finder-data';
import { endsAt, isQuoted, type Span, startsAt, withQuotes } from './boundaries';
import type { Finder } from './finder';
import { findHits, type Hit, HitIndex } from './hits';
import type { Pace } from './pace';
import type { RuledSense } from './pattern-senses';

/** A sense that the flow allows. `reason` is null while it still needs something of the page. */
export interface OpenSense {
  entry: EntryIndex;
  reason: Reason | null;
  rule: Rule | null;
}

/** A place where something may be mentioned; without senses it is a blocker. */
export interface Candidate extends Span {
  senses: OpenSense[];
}

export interface Weighed {
  /** Ordered by start, longer first. */
  candidates: Candidate[];
  /** Cues in the text that some rule wants to know of anywhere on the page. */
  cues: PatternIndex[];
  /** Whether a cue elsewhere may change the outcome. */
  asksCues: boolean;
  /** Whether an entry elsewhere may change the outcome. */
  asksEntries: boolean;
}

/** Scans `text` (one flow) and weighs each hit. Null where nothing of the pack occurs at all. Yields after each step. */
export function* weigh(finder: Finder, text: string, pace: Pace): Generator<void, Weighed | null> {
  const hits = yield* findHits(finder, text, pace);
  if (hits.length === 0) return null;
  const index = yield* HitIndex.of(hits, pace);
  const weighed: Weighed = { candidates: [], cues: [], asksCues: false, asksEntries: false };
  for (const hit of hits) {
    if (pace.isDue()) yield;
    const candidate = candidateAt(finder, text, index, hit);
    if (!candidate) continue;
    insert(weighed.candidates, candidate);
    for (const sense of candidate.senses) noteAsking(weighed, sense);
  }
  weighed.cues = index.patterns(finder.asked.cues);
  return weighed;
}

/** Hits come by start, shorter first: a candidate's place is among the last few. */
function insert(candidates: Candidate[], candidate: Candidate): void {
  let at = candidates.length;
  for (; at > 0; at--) {
    const before = candidates[at - 1] as Candidate; // `at` is above 0 and at most the length.
    if (before.start < candidate.start || (before.start === candidate.start && before.end >= candidate.end)) break;
    candidates[at] = before;
  }
  candidates[at] = candidate;
}

function noteAsking(weighed: Weighed, { reason, rule }: OpenSense): void {
  if (!rule) return;
  if (rule.unlessPage || (!reason && rule.page)) weighed.asksCues = true;
  if (!reason && rule.entries) weighed.asksEntries = true;
}

function candidateAt(finder: Finder, text: string, index: HitIndex, hit: Hit): Candidate | null {
  if (finder.blockers.has(hit.pattern)) return { start: hit.start, end: hit.end, senses: [] };
  const senses: OpenSense[] = [];
  for (const sense of finder.senses.of(hit.pattern)) {
    const weighed = weighSense(finder, text, index, hit, sense);
    if (weighed) senses.push(weighed);
  }
  if (senses.length === 0) return null;
  const { start, end } = withQuotes(text, hit);
  return { start, end, senses };
}

function weighSense(
  finder: Finder,
  text: string,
  index: HitIndex,
  hit: Hit,
  { entry, rule }: RuledSense,
): OpenSense | null {
  if (!rule) return { entry, rule, reason: { kind: 'form' } };
  if (!isSpelt(finder, text, hit, rule) || isRefused(index, hit, rule)) return null;
  return { entry, rule, reason: reasonInFlow(finder, index, text, hit, rule) };
}

function isSpelt({ tables }: Finder, text: string, hit: Hit, rule: Rule): boolean {
  if (rule.exact !== undefined && latinOf(text.slice(hit.start, hit.end)) !== latinOf(rule.exact)) return false;
  if (rule.quoted && !isQuoted(text, hit)) return false;
  if (rule.notBefore?.some((word) => startsAt(tables, text, hit.end, word))) return false;
  return !rule.notAfter?.some((word) => endsAt(tables, text, hit.start, word));
}

/** The Latin letters and digits of a spelling, width folded: what upper and lower case can tell apart. */
function latinOf(spelling: string): string {
  return lettersOf(spelling.normalize('NFKC'))
    .map(({ unit }) => unit)
    .filter((unit) => isLatinOrDigit(unit.charCodeAt(0)))
    .join('');
}

function isRefused(index: HitIndex, hit: Hit, rule: Rule): boolean {
  if (rule.unlessNear && index.nearest(rule.unlessNear, hit) !== null) return true;
  return rule.unlessPage?.some((cue) => index.hasOutside(cue, hit)) ?? false;
}

function reasonInFlow({ textOf }: Finder, index: HitIndex, text: string, hit: Hit, rule: Rule): Reason | null {
  const near = rule.near ? index.nearest(rule.near, hit) : null;
  if (near !== null) {
    const cue = textOf(near);
    // “学会会员” near 学会 says how the word is used there, not what else is talked about.
    return { kind: cue.includes(textOf(hit.pattern)) ? 'wording' : 'near', cue };
  }
  const here = rule.page?.find((cue) => index.hasOutside(cue, hit));
  if (here !== undefined) return { kind: 'page', cue: textOf(here) };
  if (rule.orQuoted && isQuoted(text, hit)) return { kind: 'quoted' };
  if (rule.near || rule.page || rule.entries || rule.orQuoted) return null;
  return rule.quoted ? { kind: 'quoted' } : { kind: 'form' };
}
