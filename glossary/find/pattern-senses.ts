/** Looks up the senses of a pattern. Unpacks them on first use: of many thousand patterns a page has few. */
import type { EntryIndex, PatternIndex, Rule } from '../pack/finder-data';
import { firstIndex } from './bisect';

/** A sense a pattern may have, with the rule that decides it (null: always). */
export interface RuledSense {
  entry: EntryIndex;
  rule: Rule | null;
}

/** Which terms of a pack are found inside longer words: all, or those at some places. */
export type InsideWords = 'all' | readonly number[];

const NONE: readonly RuledSense[] = [];

/** The senses of all patterns of a pack. */
export class PatternSenses {
  readonly #triples: ArrayLike<number>;
  readonly #rules: readonly Rule[];
  readonly #firstEntry: EntryIndex;
  readonly #inside: 'all' | ReadonlySet<number>;
  readonly #known = new Map<PatternIndex, readonly RuledSense[]>();

  /**
   * @param triples pattern, entry, rule (an index of `rules`, or -1: always), ordered by pattern.
   * @param firstEntry entry 0 of the triples.
   * @param inside what the reader set, by entry of the triples; rules say it of further terms.
   */
  constructor(
    triples: ArrayLike<number>,
    rules: readonly Rule[],
    firstEntry: EntryIndex = 0,
    inside: InsideWords = [],
  ) {
    this.#triples = triples;
    this.#rules = rules;
    this.#firstEntry = firstEntry;
    this.#inside = inside === 'all' ? inside : new Set(inside);
  }

  /** The likeliest first; empty for exclusions and for patterns that are only cues. Logarithmic on first use. */
  of(pattern: PatternIndex): readonly RuledSense[] {
    const known = this.#known.get(pattern);
    if (known) return known;
    const senses = this.#unpack(pattern);
    this.#known.set(pattern, senses);
    return senses;
  }

  #unpack(pattern: PatternIndex): readonly RuledSense[] {
    const triples = this.#triples;
    const first = firstIndex(Math.floor(triples.length / 3), (i) => (triples[3 * i] ?? 0) >= pattern);
    const senses: RuledSense[] = [];
    for (let i = 3 * first; triples[i] === pattern; i += 3) {
      const place = triples[i + 1] ?? -1;
      const rule = this.#rules[triples[i + 2] ?? -1] ?? null;
      const isInside = this.#inside === 'all' || this.#inside.has(place);
      senses.push({ entry: this.#firstEntry + place, rule: isInside ? { ...rule, inside: true } : rule });
    }
    return senses.length > 0 ? senses : NONE;
  }
}
