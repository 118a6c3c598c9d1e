/** Picks candidates for Fuse.js, which is too slow for all forms: the forms that share most bigrams with a query. */
import { addToGroup } from '../add-to-group';
import { StepBudget } from '../pack/step-budget';
import type { FormIndex, FormNumber } from './form-index';
import { STEP_TEXTS } from './gradual';

const LATIN = /^[a-z0-9+]+$/;

/** Number of buckets for the counting sort by likeness. */
const STEPS = 256;

/** An inverted index from bigrams to forms. */
export class GramIndex {
  readonly #postings = new Map<string, FormNumber[]>();
  /** By form: the number of grams in its letters and in its reading, at most 255. */
  readonly #sizes: { letters: Uint8Array; reading: Uint8Array };
  readonly #counts: Uint16Array;

  private constructor(length: number) {
    this.#counts = new Uint16Array(length);
    this.#sizes = { letters: new Uint8Array(length), reading: new Uint8Array(length) };
  }

  /** Builds the index in steps. Linear in the letters of all forms. */
  static *building(index: FormIndex): Generator<void, GramIndex> {
    const grams = new GramIndex(index.forms.length);
    const budget = new StepBudget(STEP_TEXTS);
    for (const [form, { letters, kind }] of index.forms.entries()) {
      if (budget.spend()) yield;
      // Long translations of a dictionary have more grams than all its words.
      if (index.isLarge && kind === 'english') continue;
      const reading = index.readingOf(form);
      grams.#add(form, gramsOf(letters), reading === letters ? [] : gramsOf(reading));
    }
    return grams;
  }

  #add(form: FormNumber, own: readonly string[], read: readonly string[]): void {
    this.#sizes.letters[form] = Math.min(255, own.length);
    this.#sizes.reading[form] = Math.min(255, read.length || own.length);
    for (const gram of new Set([...own, ...read])) addToGroup(this.#postings, gram, form);
  }

  /** At most `limit` forms, those that share most grams with `query` in proportion to their length; unordered. */
  pick(query: string, limit: number): FormNumber[] {
    const grams = [...new Set(gramsOf(query))];
    const touched: FormNumber[] = [];
    for (const gram of grams) {
      for (const form of this.#postings.get(gram) ?? []) {
        if (this.#counts[form] === 0) touched.push(form);
        this.#counts[form] = (this.#counts[form] ?? 0) + 1;
      }
    }
    const sizes = LATIN.test(query) ? this.#sizes.reading : this.#sizes.letters;
    const likeness = (form: FormNumber) =>
      Math.min(
        STEPS - 1,
        Math.floor((2 * STEPS * (this.#counts[form] ?? 0)) / (grams.length + (sizes[form] ?? 0) + 1)),
      );
    const picked = best(touched, likeness, limit);
    for (const form of touched) this.#counts[form] = 0;
    return picked;
  }
}

/** Bigrams, and single characters except Latin: a three-character word with a wrong middle has no correct bigram. */
function gramsOf(letters: string): string[] {
  const grams: string[] = [];
  for (let i = 0; i < letters.length; i++) {
    if (!LATIN.test(letters.charAt(i))) grams.push(letters.charAt(i));
    if (i + 1 < letters.length) grams.push(letters.slice(i, i + 2));
  }
  return grams;
}

/** The `limit` items of the highest steps, by a counting sort. */
function best(items: readonly FormNumber[], stepOf: (item: FormNumber) => number, limit: number): FormNumber[] {
  if (items.length <= limit) return [...items];
  const heights = new Uint32Array(STEPS);
  for (const item of items) heights[stepOf(item)] = (heights[stepOf(item)] ?? 0) + 1;
  let cut = STEPS - 1;
  for (let sum = 0; cut > 0; cut--) {
    sum += heights[cut] ?? 0;
    if (sum >= limit) break;
  }
  const above = items.filter((item) => stepOf(item) > cut);
  const at = items.filter((item) => stepOf(item) === cut);
  return [...above, ...at].slice(0, limit);
}
