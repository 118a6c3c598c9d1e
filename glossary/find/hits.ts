/** Finds the hits of a text run, and the cue nearest to one. */
import { NEAR_UNITS, type PatternIndex } from '../pack/finder-data';
import type { StepBudget } from '../pack/step-budget';
import { firstIndex } from './bisect';
import { hasBoundaries, type Span } from './boundaries';
import type { Finder } from './finder';
import { scanPart } from './scan';

/** An occurrence of a pattern. */
export interface Hit extends Span {
  pattern: PatternIndex;
}

/** UTF-16 units scanned in one step: about a millisecond with few hits, a few with many. */
const STEP_UNITS = 1 << 14;

/**
 * All hits in `text`, ordered by start, shorter first. Leaves out hits that split a Latin word, and hits inside an
 * exclusion, which are part of another thing. Yields after each step.
 */
export function* findHits(finder: Finder, text: string, budget: StepBudget): Generator<void, Hit[]> {
  const { tables, added, exclusions } = finder;
  const hits: Hit[] = [];
  let excluding: Hit[] = [];
  let first: PatternIndex = 0;
  const addHit = (pattern: PatternIndex, start: number, end: number) => {
    const hit = { pattern: first + pattern, start, end };
    if (!hasBoundaries(text, hit)) return;
    hits.push(hit);
    if (exclusions.has(hit.pattern)) excluding.push(hit);
  };
  for (let from = 0; from < text.length; from += STEP_UNITS) {
    if (from > 0) yield;
    const part = { from, to: Math.min(text.length, from + STEP_UNITS) };
    first = 0;
    scanPart(tables, text, addHit, part);
    for (const pack of added) {
      first = pack.from;
      scanPart(pack.tables, text, addHit, part);
    }
  }
  if (added.length > 0) {
    // The sort is stable: of hits at the same place those of the finder itself come first.
    hits.sort((a, b) => a.start - b.start || a.end - b.end);
    if (excluding.length > 0) excluding = withoutForms(excluding, hits, exclusions);
  }
  return excluding.length === 0 ? hits : yield* withoutExcluded(hits, { excluding, exclusions }, budget);
}

/** Exclusions at places where no form of an added pack stands. */
function withoutForms(excluding: readonly Hit[], hits: readonly Hit[], exclusions: ReadonlySet<PatternIndex>): Hit[] {
  const forms = new Set(
    hits.filter(({ pattern }) => !exclusions.has(pattern)).map(({ start, end }) => `${start} ${end}`),
  );
  return excluding.filter(({ start, end }) => !forms.has(`${start} ${end}`));
}

/** Both lists are ordered by start. Linear. */
function* withoutExcluded(
  hits: readonly Hit[],
  { excluding, exclusions }: { excluding: readonly Hit[]; exclusions: ReadonlySet<PatternIndex> },
  budget: StepBudget,
): Generator<void, Hit[]> {
  const kept: Hit[] = [];
  let next = 0;
  let excludedTo = 0;
  for (const hit of hits) {
    if (budget.spend()) yield;
    for (let other = excluding[next]; other && other.start <= hit.start; other = excluding[++next]) {
      excludedTo = Math.max(excludedTo, other.end);
    }
    if (excludedTo < hit.end || exclusions.has(hit.pattern)) kept.push(hit);
  }
  return kept;
}

/** Up to this number of hits, a search through all is faster than a map by pattern; most text runs have no more. */
const FEW = 8;

/** The hits of a text run by pattern: answers where cues stand. */
export class HitIndex {
  readonly #hits: readonly Hit[];
  /** Null where hits are few. */
  readonly #byPattern: ReadonlyMap<PatternIndex, readonly Hit[]> | null;

  private constructor(hits: readonly Hit[], byPattern: ReadonlyMap<PatternIndex, readonly Hit[]> | null) {
    this.#hits = hits;
    this.#byPattern = byPattern;
  }

  /** Builds the index, in steps. Hits must be ordered by start; those of one pattern are then ordered by end too. */
  static *of(hits: readonly Hit[], budget: StepBudget): Generator<void, HitIndex> {
    if (hits.length <= FEW) return new HitIndex(hits, null);
    const byPattern = new Map<PatternIndex, Hit[]>();
    for (const hit of hits) {
      if (budget.spend()) yield;
      const same = byPattern.get(hit.pattern);
      if (same) same.push(hit);
      else byPattern.set(hit.pattern, [hit]);
    }
    return new HitIndex(hits, byPattern);
  }

  /** The patterns of `wanted` that occur, each once. */
  patterns(wanted: ReadonlySet<PatternIndex>): PatternIndex[] {
    const found: PatternIndex[] = [];
    for (const pattern of this.#byPattern?.keys() ?? this.#hits.map((hit) => hit.pattern)) {
      if (wanted.has(pattern) && !found.includes(pattern)) found.push(pattern);
    }
    return found;
  }

  /** Whether `cue` occurs outside `span`. */
  hasOutside(cue: PatternIndex, span: Span): boolean {
    const hits = this.#of(cue);
    // Ordered by start and end: if the outermost two are inside, all are.
    return [hits[0], hits.at(-1)].some((hit) => hit !== undefined && !isInside(hit, span));
  }

  /**
   * Whether a cue of `wanted` ends where `span` begins, and begins within `NEAR_UNITS` before it. Reads the hits there, which
   * are few, rather than those of each cue; then linear in `wanted` for a hit that touches.
   */
  isPrecededBy(wanted: readonly PatternIndex[], { start }: Span): boolean {
    const hits = this.#hits;
    for (let at = firstIndex(hits.length, (i) => (hits[i]?.start ?? 0) >= start) - 1; at >= 0; at--) {
      const hit = hits[at] as Hit; // `at` is a place of the list.
      if (hit.start < start - NEAR_UNITS) return false;
      if (hit.end === start && wanted.includes(hit.pattern)) return true;
    }
    return false;
  }

  /**
   * The cue of `wanted` closest to `span` within `NEAR_UNITS`, or null. A cue may enclose the span (学会 in
   * 中国科协所属学会); one inside it counts as none, nor does one that `isRefused` refuses. Logarithmic in the hits of a
   * cue, and linear in those near that are refused.
   */
  nearest(wanted: readonly PatternIndex[], span: Span, isRefused: (cue: Hit) => boolean): PatternIndex | null {
    let best: PatternIndex | null = null;
    let bestGap = NEAR_UNITS + 1;
    for (const cue of wanted) {
      const gap = gapToNearest(this.#of(cue), span, bestGap, isRefused);
      if (gap < bestGap) [best, bestGap] = [cue, gap];
    }
    return best;
  }

  /** Whether `nearest` finds a cue. Stops at the first. */
  isNear(wanted: readonly PatternIndex[], span: Span, isRefused: (cue: Hit) => boolean): boolean {
    return wanted.some((cue) => gapToNearest(this.#of(cue), span, NEAR_UNITS + 1, isRefused) <= NEAR_UNITS);
  }

  #of(pattern: PatternIndex): readonly Hit[] {
    if (this.#byPattern) return this.#byPattern.get(pattern) ?? NONE;
    const isOne = this.#hits.some((hit) => hit.pattern === pattern);
    return isOne ? this.#hits.filter((hit) => hit.pattern === pattern) : NONE;
  }
}

const NONE: readonly Hit[] = [];

/** Reads whether a hit is refused only where it is closer than `within`. */
function gapToNearest(hits: readonly Hit[], span: Span, within: number, isRefused: (hit: Hit) => boolean): number {
  if (hits.length === 0) return Number.POSITIVE_INFINITY;
  const isNone = (hit: Hit) => isInside(hit, span) || (gapTo(hit, span) < within && isRefused(hit));
  let after = firstIndex(hits.length, (i) => (hits[i]?.start ?? 0) >= span.start);
  let before = after - 1;
  for (let hit = hits[before]; hit && isNone(hit); hit = hits[before]) before--;
  for (let hit = hits[after]; hit && isNone(hit); hit = hits[after]) after++;
  return Math.min(gapTo(hits[before], span), gapTo(hits[after], span));
}

/** Negative where they overlap; infinite without a hit. */
function gapTo(hit: Hit | undefined, span: Span): number {
  return hit ? Math.max(hit.start - span.end, span.start - hit.end) : Number.POSITIVE_INFINITY;
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
