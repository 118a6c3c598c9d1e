/** Owns the senses of each pattern, unpacked when one is first asked for: of many thousand patterns a page has few. */
import type { EntryIndex, PatternIndex, Rule } from '../pack/finder-data';

/** A sense a pattern may have, with the rule that decides it (null: always). */
export interface RuledSense {
  entry: EntryIndex;
  rule: Rule | null;
}

const NONE: readonly RuledSense[] = [];

export class PatternSenses {
  readonly #triples: ArrayLike<number>;
  readonly #rules: readonly Rule[];
  readonly #known = new Map<PatternIndex, readonly RuledSense[]>();

  /** @param triples pattern, entry, rule (an index of `rules`, or -1: always), ordered by pattern. */
  constructor(triples: ArrayLike<number>, rules: readonly Rule[]) {
    this.#triples = triples;
    this.#rules = rules;
  }

  /** The likeliest first; empty for blockers and for patterns that are only cues. Logarithmic when first asked. */
  of(pattern: PatternIndex): readonly RuledSense[] {
    const known = this.#known.get(pattern);
    if (known) return known;
    const senses = this.#unpack(pattern);
    this.#known.set(pattern, senses);
    return senses;
  }

  #unpack(pattern: PatternIndex): readonly RuledSense[] {
    const triples = this.#triples;
    let [low, high] = [0, Math.floor(triples.length / 3)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((triples[3 * middle] ?? 0) < pattern) low = middle + 1;
      else high = middle;
    }
    const senses: RuledSense[] = [];
    for (let i = 3 * low; triples[i] === pattern; i += 3) {
      senses.push({ entry: triples[i + 1] ?? -1, rule: this.#rules[triples[i + 2] ?? -1] ?? null });
    }
    return senses.length > 0 ? senses : NONE;
  }
}
