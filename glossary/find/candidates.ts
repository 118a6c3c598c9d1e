/**
 * Finds the candidates of a text run: hits whose spelling, neighbours and near cues allow a sense. Conditions on the rest
 * of the page stay open.
 */
import { isLatinOrDigit, lettersOf } from '../pack/characters';
import type { EntryIndex, PatternIndex, Reason, Rule } from '../pack/finder-data';
import { endsAt, isQuoted, type Span, startsAt, withQuotes } from './boundaries';
import type { Finder } from './finder';
import { findHits, type Hit, HitIndex } from './hits';
import type { StepBudget } from './step-budget';

/** A sense that the text run allows. `reason` is null while the sense still needs evidence from the page. */
export interface OpenSense {
  entry: EntryIndex;
  reason: Reason | null;
  rule: Rule | null;
}

/** A place where an entry may be mentioned. Without senses it is an exclusion. */
export interface Candidate extends Span {
  senses: OpenSense[];
}

/** What one text run contributes to a page. */
export interface RunCandidates {
  /** Ordered by start, longer first. */
  candidates: Candidate[];
  /** Cues in the text that some rule asks for anywhere on the page. */
  cues: PatternIndex[];
  /** Whether a cue elsewhere may change the outcome. */
  asksCues: boolean;
  /** Whether an entry elsewhere may change the outcome. */
  asksEntries: boolean;
}

/** Scans `text` (one text run) and evaluates each hit. Null if there is no hit. Linear; yields after each step. */
export function* findCandidates(
  finder: Finder,
  text: string,
  budget: StepBudget,
): Generator<void, RunCandidates | null> {
  const hits = yield* findHits(finder, text, budget);
  if (hits.length === 0) return null;
  const index = yield* HitIndex.of(hits, budget);
  const evaluator = new HitEvaluator(finder, text, index);
  const found: RunCandidates = { candidates: [], cues: [], asksCues: false, asksEntries: false };
  for (const hit of hits) {
    if (budget.spend()) yield;
    const candidate = evaluator.candidateAt(hit);
    if (!candidate) continue;
    insert(found.candidates, candidate);
    for (const sense of candidate.senses) noteAsking(found, sense);
  }
  found.cues = index.patterns(finder.asked.cues);
  return found;
}

/**
 * Hits are ordered by start, shorter first: the place of a candidate is among the last few. One at the place of another
 * is a form of another pack, and its senses join.
 */
function insert(candidates: Candidate[], candidate: Candidate): void {
  for (let at = candidates.length - 1; at >= 0; at--) {
    const before = candidates[at] as Candidate; // `at` is a place of the list.
    if (before.start < candidate.start) break;
    if (before.start !== candidate.start || before.end !== candidate.end) continue;
    before.senses.push(...candidate.senses);
    return;
  }
  let at = candidates.length;
  for (; at > 0; at--) {
    const before = candidates[at - 1] as Candidate; // `at` is above 0 and at most the length.
    if (before.start < candidate.start || (before.start === candidate.start && before.end >= candidate.end)) break;
    candidates[at] = before;
  }
  candidates[at] = candidate;
}

function noteAsking(found: RunCandidates, { reason, rule }: OpenSense): void {
  if (!rule) return;
  if (rule.unlessPage || (!reason && rule.page)) found.asksCues = true;
  if (!reason && rule.entries) found.asksEntries = true;
}

/** Evaluates rules against one text. */
class HitEvaluator {
  readonly #finder: Finder;
  readonly #text: string;
  readonly #index: HitIndex;

  constructor(finder: Finder, text: string, index: HitIndex) {
    this.#finder = finder;
    this.#text = text;
    this.#index = index;
  }

  /** Null where no sense is allowed. */
  candidateAt(hit: Hit): Candidate | null {
    if (this.#finder.exclusions.has(hit.pattern)) return { start: hit.start, end: hit.end, senses: [] };
    const senses: OpenSense[] = [];
    for (const { entry, rule } of this.#finder.senses.of(hit.pattern)) {
      if (!rule) senses.push({ entry, rule, reason: FORM });
      else if (this.#isAllowed(hit, rule)) senses.push({ entry, rule, reason: this.#reasonFor(hit, rule) });
    }
    if (senses.length === 0) return null;
    const { start, end } = withQuotes(this.#text, hit);
    return { start, end, senses };
  }

  #isAllowed(hit: Hit, rule: Rule): boolean {
    return this.#isSpelt(hit, rule) && !this.#isRefused(hit, rule);
  }

  #isSpelt(hit: Hit, rule: Rule): boolean {
    const text = this.#text;
    const { tables } = this.#finder;
    if (rule.exact !== undefined && latinOf(text.slice(hit.start, hit.end)) !== latinOf(rule.exact)) return false;
    if (rule.quoted && !isQuoted(text, hit)) return false;
    if (rule.notBefore?.some((word) => startsAt(tables, text, hit.end, word))) return false;
    return !rule.notAfter?.some((word) => endsAt(tables, text, hit.start, word));
  }

  #isRefused(hit: Hit, rule: Rule): boolean {
    if (rule.unlessNear && this.#index.nearest(rule.unlessNear, hit) !== null) return true;
    return rule.unlessPage?.some((cue) => this.#index.hasOutside(cue, hit)) ?? false;
  }

  /** The reason the text run gives; null where the rule needs evidence from the page. */
  #reasonFor(hit: Hit, rule: Rule): Reason | null {
    const { textOf } = this.#finder;
    const near = rule.near ? this.#index.nearest(rule.near, hit) : null;
    if (near !== null) {
      const cue = textOf(near);
      // “学会会员” near 学会 says how the word is used there, not which other subject the text has.
      return { kind: cue.includes(textOf(hit.pattern)) ? 'wording' : 'near', cue };
    }
    const here = rule.page?.find((cue) => this.#index.hasOutside(cue, hit));
    if (here !== undefined) return { kind: 'page', cue: textOf(here) };
    if (rule.orQuoted && isQuoted(this.#text, hit)) return { kind: 'quoted' };
    if (rule.near || rule.page || rule.entries || rule.orQuoted) return null;
    return rule.quoted ? { kind: 'quoted' } : FORM;
  }
}

const FORM: Reason = { kind: 'form' };

/** The Latin letters and digits of a spelling, width folded: the characters that differ by case. */
function latinOf(spelling: string): string {
  return lettersOf(spelling.normalize('NFKC'))
    .map(({ unit }) => unit)
    .filter((unit) => isLatinOrDigit(unit.charCodeAt(0)))
    .join('');
}
