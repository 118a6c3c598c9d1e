/**
 * Owns what the text around a hit says: boundaries, spelling, neighbours, cues near by.
 * What depends on the rest of the page is left open, as conditions of the candidate.
 */
import { closesQuote, isLatinOrDigit, opensQuote } from './characters';
import type { Finder, RuledSense } from './finder';
import { type EntryIndex, NEAR_UNITS, type PatternIndex, type Reason, type Rule } from './finder-data';
import { type OnHit, scan } from './scan';
import { CLASS, type Tables } from './tables';

interface Hit {
  pattern: PatternIndex;
  start: number;
  end: number;
}

/** A sense that the surrounding text allows. `reason` is null while it still needs something of the page. */
export interface OpenSense {
  entry: EntryIndex;
  reason: Reason | null;
  rule: Rule | null;
}

/** A place where something may be mentioned; without senses it is a blocker. Offsets half-open, UTF-16 units. */
export interface Candidate {
  start: number;
  end: number;
  senses: OpenSense[];
}

export interface Weighed {
  /** Ordered by start, longer first. */
  candidates: Candidate[];
  /** Every pattern that occurs in the text, for rules that ask for cues on the page. */
  cues: Set<PatternIndex>;
}

/** Scans `text` (one flow) and weighs each hit. Null where nothing of the pack occurs at all. */
export function weigh(finder: Finder, text: string): Weighed | null {
  const hits: Hit[] = [];
  const note: OnHit = (pattern, start, end) => hits.push({ pattern, start, end });
  scan(finder.tables, text, note);
  if (hits.length === 0) return null;
  const candidates: Candidate[] = [];
  for (const hit of hits) {
    if (finder.blockers.has(hit.pattern)) {
      candidates.push({ start: hit.start, end: hit.end, senses: [] });
      continue;
    }
    if (!hasBoundaries(text, hit)) continue;
    const senses = (finder.senses[hit.pattern] ?? [])
      .map((sense) => weighSense(finder, text, hits, hit, sense))
      .filter((sense) => sense !== null);
    if (senses.length > 0) candidates.push({ ...withQuotes(text, hit), senses });
  }
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  return { candidates, cues: new Set(hits.map((hit) => hit.pattern)) };
}

/** A Latin letter or digit at the edge of a form must not continue a word or number outside it. */
function hasBoundaries(text: string, { start, end }: Hit): boolean {
  const splitsStart = isLatinOrDigit(text.charCodeAt(start)) && start > 0 && isLatinOrDigit(text.charCodeAt(start - 1));
  const splitsEnd =
    isLatinOrDigit(text.charCodeAt(end - 1)) && end < text.length && isLatinOrDigit(text.charCodeAt(end));
  return !splitsStart && !splitsEnd;
}

function weighSense(
  finder: Finder,
  text: string,
  hits: Hit[],
  hit: Hit,
  { entry, rule }: RuledSense,
): OpenSense | null {
  if (!rule) return { entry, rule, reason: { kind: 'form' } };
  const { classOf } = finder.tables;
  if (rule.exact && text.slice(hit.start, hit.end).normalize('NFKC') !== rule.exact) return null;
  if (rule.quoted && !isQuoted(text, hit)) return null;
  if (rule.notBefore?.some((word) => startsAt(finder.tables, text, hit.end, word))) return null;
  if (rule.notAfter?.some((word) => endsAt(classOf, text, hit.start, word))) return null;
  if (nearest(hits, hit, rule.unlessNear) !== null) return null;
  const near = nearest(hits, hit, rule.near);
  if (near !== null) return { entry, rule, reason: { kind: 'near', cue: finder.patterns[near] ?? '' } };
  if (rule.near || rule.page || rule.entries) return { entry, rule, reason: null };
  return { entry, rule, reason: rule.quoted ? { kind: 'quoted' } : { kind: 'form' } };
}

function isQuoted(text: string, { start, end }: Hit): boolean {
  return opensQuote(text.charAt(start - 1)) && closesQuote(text.charAt(end));
}

/** The cue of `wanted` closest to `hit` within reach and not part of it, or null. */
function nearest(hits: Hit[], hit: Hit, wanted: PatternIndex[] | undefined): PatternIndex | null {
  if (!wanted) return null;
  let best: PatternIndex | null = null;
  let bestGap = NEAR_UNITS + 1;
  for (const other of hits) {
    const gap = Math.max(other.start - hit.end, hit.start - other.end);
    // A cue may enclose the form (学会 in 中国科协所属学会), but must say more than the form itself does.
    const inside = other.start >= hit.start && other.end <= hit.end;
    if (gap < bestGap && !inside && wanted.includes(other.pattern)) {
      best = other.pattern;
      bestGap = gap;
    }
  }
  return best;
}

/** Whether folded `word` stands in `text` right at `at`, skipping what a match skips. */
function startsAt({ classOf }: Tables, text: string, at: number, word: string): boolean {
  let i = at;
  for (let k = 0; k < word.length; k++) {
    while (isSkipped(classOf, text, i)) i++;
    if (i >= text.length || classOf[text.charCodeAt(i)] !== classOf[word.charCodeAt(k)]) return false;
    i++;
  }
  return true;
}

/** Whether folded `word` ends in `text` right before `at`, skipping what a match skips. */
function endsAt(classOf: Uint16Array, text: string, at: number, word: string): boolean {
  let i = at - 1;
  for (let k = word.length - 1; k >= 0; k--) {
    while (isSkipped(classOf, text, i)) i--;
    if (i < 0 || classOf[text.charCodeAt(i)] !== classOf[word.charCodeAt(k)]) return false;
    i--;
  }
  return true;
}

function isSkipped(classOf: Uint16Array, text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const cls = classOf[text.charCodeAt(at)];
  return cls === CLASS.ignorable || cls === CLASS.space;
}

/** Takes in the outer mark of a quotation that opens or closes inside the hit, so that marks come in pairs. */
function withQuotes(text: string, { start, end }: Hit): { start: number; end: number } {
  let depth = 0;
  let unopened = 0;
  for (let i = start; i < end; i++) {
    const mark = text.charAt(i);
    const opens = opensQuote(mark);
    const closes = closesQuote(mark);
    if (opens && closes) depth = depth > 0 ? depth - 1 : depth + 1;
    else if (opens) depth++;
    else if (closes && depth > 0) depth--;
    else if (closes) unopened++;
  }
  return {
    start: unopened > 0 && opensQuote(text.charAt(start - 1)) ? start - 1 : start,
    end: depth > 0 && closesQuote(text.charAt(end)) ? end + 1 : end,
  };
}
