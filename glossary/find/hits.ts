/** Owns the occurrences of patterns in one flow that may mean something, and the question which cue is near one. */

import { NEAR_UNITS, type PatternIndex } from '../pack/finder-data';
import { hasBoundaries, type Span } from './boundaries';
import type { Finder } from './finder';
import { firstWhere } from './first-where';
import type { Pace } from './pace';
import { scanPart } from './scan';

/** An occurrence of a pattern. */
export interface Hit extends Span {
  pattern: PatternIndex;
}

/** Units scanned in one step: a millisecond or so where they hold few hits, some where they are full of them. */
const STEP_UNITS = 1 << 14;

/**
 * All hits in `text`, ordered by start, shorter first: without those that split a Latin word, and without those
 * inside a blocker, which are part of another thing. Yields after each step.
 */
export function* findHits({ tables, blockers }: Finder, text: string, pace: Pace): Generator<void, Hit[]> {
  const hits: Hit[] = [];
  const blocking: Hit[] = [];
  const take = (pattern: PatternIndex, start: number, end: number) => {
    const hit = { pattern, start, end };
    if (!hasBoundaries(text, hit)) return;
    hits.push(hit);
    if (blockers.has(pattern)) blocking.push(hit);
  };
  for (let from = 0; from < text.length; from += STEP_UNITS) {
    if (from > 0) yield;
    scanPart(tables, text, take, { from, to: Math.min(text.length, from + STEP_UNITS) });
  }
  return blocking.length === 0 ? hits : yield* withoutBlocked(hits, { blocking, blockers }, pace);
}

/** Both lists are ordered by start. Linear. */
function* withoutBlocked(
  hits: readonly Hit[],
  { blocking, blockers }: { blocking: readonly Hit[]; blockers: ReadonlySet<PatternIndex> },
  pace: Pace,
): Generator<void, Hit[]> {
  const free: Hit[] = [];
  let next = 0;
  let blockedTo = 0;
  for (const hit of hits) {
    if (pace.isDue()) yield;
    for (let blocker = blocking[next]; blocker && blocker.start <= hit.start; blocker = blocking[++next]) {
      blockedTo = Math.max(blockedTo, blocker.end);
    }
    if (blockedTo < hit.end || blockers.has(hit.pattern)) free.push(hit);
  }
  return free;
}

/** So many hits are gone through more quickly than they are put in order by pattern; most flows have no more. */
const FEW = 8;

/** Hits by pattern: answers where cues stand. */
export class HitIndex {
  readonly #hits: readonly Hit[];
  /** Null where they are few. */
  readonly #byPattern: ReadonlyMap<PatternIndex, readonly Hit[]> | null;

  private constructor(hits: readonly Hit[], byPattern: ReadonlyMap<PatternIndex, readonly Hit[]> | null) {
    this.#hits = hits;
    this.#byPattern = byPattern;
  }

  /** Hits must come ordered by start; those of one pattern are then ordered by end too. */
  static *of(hits: readonly Hit[], pace: Pace): Generator<void, HitIndex> {
    if (hits.length <= FEW) return new HitIndex(hits, null);
    const byPattern = new Map<PatternIndex, Hit[]>();
    for (const hit of hits) {
      if (pace.isDue()) yield;
      const same = byPattern.get(hit.pattern);
      if (same) same.push(hit);
      else byPattern.set(hit.pattern, [hit]);
    }
    return new HitIndex(hits, byPattern);
  }

  /** Those of the wanted patterns that occur, each once. */
  patterns(wanted: ReadonlySet<PatternIndex>): PatternIndex[] {
    const found: PatternIndex[] = [];
    for (const pattern of this.#byPattern?.keys() ?? this.#hits.map((hit) => hit.pattern)) {
      if (wanted.has(pattern) && !found.includes(pattern)) found.push(pattern);
    }
    return found;
  }

  /** Whether `cue` stands anywhere but inside `span`. */
  hasOutside(cue: PatternIndex, span: Span): boolean {
    const hits = this.#of(cue);
    // Ordered by start and end: if the outermost two are inside, all are.
    return [hits[0], hits.at(-1)].some((hit) => hit !== undefined && !isInside(hit, span));
  }

  /**
   * The cue of `wanted` closest to `span` within `NEAR_UNITS`, or null. A cue may enclose the span (学会 in
   * 中国科协所属学会), but one inside it says no more than the span itself. Logarithmic in the hits of a cue.
   */
  nearest(wanted: readonly PatternIndex[], span: Span): PatternIndex | null {
    let best: PatternIndex | null = null;
    let bestGap = NEAR_UNITS + 1;
    for (const cue of wanted) {
      const gap = gapToNearest(this.#of(cue), span);
      if (gap < bestGap) [best, bestGap] = [cue, gap];
    }
    return best;
  }

  #of(pattern: PatternIndex): readonly Hit[] {
    if (this.#byPattern) return this.#byPattern.get(pattern) ?? NONE;
    const isOne = this.#hits.some((hit) => hit.pattern === pattern);
    return isOne ? this.#hits.filter((hit) => hit.pattern === pattern) : NONE;
  }
}

const NONE: readonly Hit[] = [];

function gapToNearest(hits: readonly Hit[], span: Span): number {
  if (hits.length === 0) return Number.POSITIVE_INFINITY;
  let after = firstWhere(hits, (hit) => hit.start >= span.start);
  const before = hits[after - 1];
  for (let hit = hits[after]; hit && isInside(hit, span); hit = hits[after]) after++;
  return Math.min(gapTo(before, span), gapTo(hits[after], span));
}

/** Negative where they overlap; infinite without a hit. */
function gapTo(hit: Hit | undefined, span: Span): number {
  return hit ? Math.max(hit.start - span.end, span.start - hit.end) : Number.POSITIVE_INFINITY;
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
