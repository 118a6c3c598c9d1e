/** Finds the forms contained in a query, such as a pasted sentence or a question (科协十大是什么). */
import { addToGroup } from '../add-to-group';
import { StepBudget } from '../pack/step-budget';
import type { FormIndex, FormNumber } from './form-index';
import { STEP_TEXTS } from './gradual';
import { type FormMatch, run } from './tiers';

/** Almost every sentence contains some form of one letter. */
const MIN_FORM = 2;

/** Forms by their folded letters. */
export class ContainedForms {
  readonly #index: FormIndex;
  readonly #byLetters = new Map<string, FormNumber[]>();
  #longest = 0;

  private constructor(index: FormIndex) {
    this.#index = index;
  }

  /** Reads the forms in steps. */
  static *building(index: FormIndex): Generator<void, ContainedForms> {
    const contained = new ContainedForms(index);
    const budget = new StepBudget(8 * STEP_TEXTS);
    for (const [number, { letters, kind }] of index.forms.entries()) {
      if (budget.spend()) yield;
      if (index.isLarge && kind === 'english') continue;
      addToGroup(contained.#byLetters, letters, number);
      contained.#longest = Math.max(contained.#longest, letters.length);
    }
    return contained;
  }

  /** Leftmost-longest forms in `query`; longer forms score better. Quadratic in the query's length. @param query folded. */
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

  /** The length of the longest form at `start`; 0 if there is none. */
  #lengthAt(query: string, start: number): number {
    for (let length = Math.min(this.#longest, query.length - start); length >= MIN_FORM; length--) {
      if (this.#byLetters.has(query.slice(start, start + length))) return length;
    }
    return 0;
  }
}
