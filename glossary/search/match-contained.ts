/** Owns queries that hold a form: a sentence pasted, a question typed (科协十大是什么). */
import type { FormIndex, FormNumber } from './form-index';
import { type FormMatch, run } from './tiers';

/** A single letter stands in every sentence. */
const MIN_FORM = 2;

export class ContainedForms {
  readonly #index: FormIndex;
  readonly #byLetters = new Map<string, FormNumber[]>();
  #longest = 0;

  constructor(index: FormIndex) {
    this.#index = index;
    index.forms.forEach(({ letters }, number) => {
      const same = this.#byLetters.get(letters);
      if (same) same.push(number);
      else this.#byLetters.set(letters, [number]);
      this.#longest = Math.max(this.#longest, letters.length);
    });
  }

  /** The forms inside `query` that no longer one covers; longer ones are better. Quadratic in the query's length. */
  find(query: string): FormMatch[] {
    const matches: FormMatch[] = [];
    for (let start = 0; start + MIN_FORM <= query.length; ) {
      const length = this.#lengthAt(query, start);
      if (length === 0) {
        start++;
        continue;
      }
      for (const number of this.#byLetters.get(query.slice(start, start + length)) ?? []) {
        const form = this.#index.forms[number];
        if (form) matches.push({ form, tier: 'contained', score: 1 / length, lettersOf: () => run(0, length) });
      }
      start += length;
    }
    return matches;
  }

  /** Of the longest form at `start`; 0 if there is none. */
  #lengthAt(query: string, start: number): number {
    for (let length = Math.min(this.#longest, query.length - start); length >= MIN_FORM; length--) {
      if (this.#byLetters.has(query.slice(start, start + length))) return length;
    }
    return 0;
  }
}
