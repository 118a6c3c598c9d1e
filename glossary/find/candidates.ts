/**
 * Finds the candidates of a text run: hits whose spelling, neighbours and near cues allow a sense. Conditions on the rest
 * of the page stay open.
 */
import type { PatternIndex } from '../pack/finder-data';
import type { StepBudget } from '../pack/step-budget';
import { type Span, withQuotes } from './boundaries';
import { HitEvaluator, type OpenSense } from './evaluate-hit';
import type { Finder } from './finder';
import { findHits, type Hit, HitIndex } from './hits';
import { RefusedSpans } from './refused-spans';
import type { RunContext } from './run-context';
import type { SiteSettings } from './setting';

/** A place where an entry may be mentioned. Without senses it is an exclusion. */
export interface Candidate extends Span {
  senses: OpenSense[];
}

/** The contribution of one text run to a page. */
export interface RunCandidates {
  /** Ordered by start, longer first. */
  candidates: readonly Candidate[];
  /** Cues in the text that some rule asks for anywhere on the page. */
  cues: PatternIndex[];
  /** Whether a cue elsewhere may change the outcome. */
  asksCues: boolean;
  /** Whether an entry elsewhere may change the outcome. */
  asksEntries: boolean;
}

/** A text run to search: its text, and where it stands. */
export interface Searched {
  text: string;
  context: RunContext;
  site: SiteSettings;
}

/** Scans a text run and evaluates each hit. Null if there is no hit. Linear; yields after each step. */
export function* findCandidates(
  finder: Finder,
  { text, context, site }: Searched,
  budget: StepBudget,
): Generator<void, RunCandidates | null> {
  const hits = yield* findHits(finder, text, budget);
  if (hits.length === 0) return null;
  const index = yield* HitIndex.of(hits, budget);
  const refused = new RefusedSpans();
  const evaluator = new HitEvaluator(finder, { text, context, site, index, refused });
  let candidates: Candidate[] = [];
  const taken = new TakenPlaces(refused);
  for (const hit of longerFirst(hits)) {
    const candidate = taken.has(hit) ? null : candidateAt(hit, finder, evaluator);
    if (!candidate && taken.cuts(hit)) evaluator.noteRefusals(hit);
    if (budget.spend(evaluator.takeCost())) yield;
    if (!candidate) continue;
    const placed = { ...candidate, ...withQuotes(text, hit) };
    insert(candidates, placed);
    taken.add(hit, placed);
  }
  if (!refused.isEmpty) candidates = yield* withoutRefused(candidates, refused, budget);
  const found: RunCandidates = {
    candidates,
    cues: index.patterns(finder.asked.cues),
    asksCues: false,
    asksEntries: false,
  };
  for (const candidate of candidates) for (const sense of candidate.senses) noteAsking(found, sense);
  return found;
}

/** The hits by start, longer first; those at one place in their order. @param hits by start, shorter first. */
function* longerFirst(hits: readonly Hit[]): Generator<Hit> {
  for (let next = 0; next < hits.length; ) {
    const first = next;
    const start = hits[first]?.start;
    while (hits[next]?.start === start) next++;
    for (let to = next; to > first; ) {
      let from = to - 1;
      while (from > first && hits[from - 1]?.end === hits[from]?.end) from--;
      for (let at = from; at < to; at++) yield hits[at] as Hit; // `at` is a place of the list.
      to = from;
    }
  }
}

/**
 * The places of candidates that are mentions whatever the rest of the page says. A later candidate that begins inside one is
 * never chosen and gives no evidence, so that it need not be evaluated. Candidates come in the order of choice.
 */
class TakenPlaces {
  readonly #refused: RefusedSpans;
  /** The last such hit. */
  #hit: Span = { start: 0, end: 0 };
  /** Its end with quotation marks. */
  #end = 0;
  /** The furthest end of the other candidates: one of them may take a place that overlaps it. */
  #openEnd = 0;

  constructor(refused: RefusedSpans) {
    this.#refused = refused;
  }

  /** Whether a hit begins inside such a place. The senses of another form at the same place are still added. */
  has({ start, end }: Span): boolean {
    return start < this.#end && !(start === this.#hit.start && end === this.#hit.end);
  }

  /** Whether a hit inside such a place goes beyond it, so that what its rules refuse matters to others. */
  cuts({ start, end }: Span): boolean {
    return start < this.#end && end > this.#hit.end;
  }

  add(hit: Span, candidate: Candidate): void {
    const isFirst = candidate.start >= this.#openEnd && candidate.start >= this.#end;
    if (isFirst && this.#isSure(candidate)) {
      this.#hit = hit;
      this.#end = candidate.end;
    } else this.#openEnd = Math.max(this.#openEnd, candidate.end);
  }

  /** All longer hits around the candidate are evaluated: no later one refuses it. */
  #isSure(candidate: Candidate): boolean {
    const isSure = ({ entry, reason, rule }: OpenSense) =>
      reason !== null && !rule?.unlessPage && !this.#refused.enclose(entry, candidate);
    return candidate.senses.some(isSure);
  }
}

/** Null where no sense is allowed. */
function candidateAt(hit: Hit, { exclusions }: Finder, evaluator: HitEvaluator): Candidate | null {
  const { start, end } = hit;
  if (exclusions.has(hit.pattern)) return { start, end, senses: [] };
  const senses = evaluator.sensesAt(hit);
  return senses.length > 0 ? { start, end, senses } : null;
}

/**
 * Hits come by start, longer first: the place of a candidate is among the last few. The senses of a candidate at
 * the place of another, a form of another pack, join those.
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

/** Without senses whose entry was refused in a longer form around them. Exclusions stay. */
function* withoutRefused(
  candidates: readonly Candidate[],
  refused: RefusedSpans,
  budget: StepBudget,
): Generator<void, Candidate[]> {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    if (budget.spend()) yield;
    const senses = candidate.senses.filter(({ entry }) => !refused.enclose(entry, candidate));
    if (senses.length === candidate.senses.length) kept.push(candidate);
    else if (senses.length > 0) kept.push({ ...candidate, senses });
  }
  return kept;
}

function noteAsking(found: RunCandidates, { reason, rule }: OpenSense): void {
  if (!rule) return;
  if (rule.unlessPage || (!reason && rule.page)) found.asksCues = true;
  if (!reason && rule.entries) found.asksEntries = true;
}
