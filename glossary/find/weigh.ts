/**
 * Owns what the text around a hit says: spelling, neighbours, cues in the same flow.
 * What depends on the rest of the page is left open, as conditions of the candidate.
 */
import { endsAt, isQuoted, type Span, startsAt, withQuotes } from './boundaries';
import { isLatinOrDigit, lettersOf } from './characters';
import type { Finder } from './finder';
import type { EntryIndex, PatternIndex, Reason, Rule } from './finder-data';
import { findHits, type Hit, HitIndex } from './hits';
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
}

/** Hits weighed in one step: a millisecond or so. */
const STEP_HITS = 1024;

/** Scans `text` (one flow) and weighs each hit. Null where nothing of the pack occurs at all. Yields after each step. */
export function* weigh(finder: Finder, text: string): Generator<void, Weighed | null> {
  const hits = yield* findHits(finder, text);
  if (hits.length === 0) return null;
  const index = new HitIndex();
  for (let i = 0; i < hits.length; i++) {
    if (i % (8 * STEP_HITS) === 8 * STEP_HITS - 1) yield;
    index.add(hits[i] as Hit); // `i` is below the length.
  }
  const candidates: Candidate[] = [];
  for (let i = 0; i < hits.length; i++) {
    if (i % STEP_HITS === STEP_HITS - 1) yield;
    const candidate = candidateAt(finder, text, index, hits[i] as Hit); // As above.
    if (candidate) candidates.push(candidate);
  }
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  return { candidates, cues: index.patterns().filter((pattern) => finder.asked.cues.has(pattern)) };
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
