/** Finds near misses: forms with a typo in their letters or in their reading. Fuse.js ranks the candidates of `GramIndex`. */
import Fuse, { type IFuseOptions } from 'fuse.js/basic';
import type { FormIndex, FormNumber } from './form-index';
import { GramIndex } from './gram-index';
import { commonLetters } from './ranges';
import type { FormMatch } from './tiers';

interface FuseRecord {
  number: FormNumber;
  letters: string;
  reading: string;
}

/** Shorter queries are near to almost every form. */
const MIN_QUERY = 3;
/** Fuse.js compares up to 32 letters in one step; longer queries are many times slower, so they get fewer candidates. */
const LONG_QUERY = 32;
const MAX_CANDIDATES = 300;
const MAX_CANDIDATES_LONG = 30;
const MAX_NEAREST = 50;
/** Stricter than for characters: Latin letters are few, so any two readings share some. */
const MAX_READ_SCORE = 0.4;
const LATIN = /^[a-z0-9]+$/;

const OPTIONS: IFuseOptions<FuseRecord> = {
  includeScore: true,
  // The highest share of wrong letters in a near miss.
  threshold: 0.34,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  minMatchCharLength: 2,
  keys: [
    { name: 'letters', weight: 2 },
    { name: 'reading', weight: 1 },
  ],
};

/** Near misses among the forms of a pack. */
export class FuzzyIndex {
  readonly #index: FormIndex;
  readonly #grams: GramIndex;

  private constructor(index: FormIndex, grams: GramIndex) {
    this.#index = index;
    this.#grams = grams;
  }

  /** Builds the index of candidates in steps. */
  static *building(index: FormIndex): Generator<void, FuzzyIndex> {
    return new FuzzyIndex(index, yield* GramIndex.building(index));
  }

  /** Forms with few wrong letters, the best first. @param query folded; none below three letters. */
  near(query: string): FormMatch[] {
    return query.length < MIN_QUERY ? [] : this.#rank(query);
  }

  /**
   * The forms that share most letters with the query, unordered: at least two adjacent letters, and half of the shorter
   * of form and query. @param query folded, not empty.
   */
  nearest(query: string): FormMatch[] {
    const isRead = LATIN.test(query);
    return this.#grams.pick(query, MAX_NEAREST).flatMap((number): FormMatch[] => {
      const form = this.#index.forms[number];
      if (!form) return [];
      const compared = isRead ? this.#index.readingOf(number) || form.letters : form.letters;
      const common = commonLetters(compared, query);
      const score = 1 - (2 * common.length) / (compared.length + query.length);
      const isNear = isRead
        ? score <= MAX_READ_SCORE
        : common.length * 2 >= Math.min(compared.length, query.length) && hasNeighbours(common);
      if (!isNear) return [];
      return [{ form, tier: 'fuzzy', score, lettersOf: () => commonLetters(form.letters, query) }];
    });
  }

  #rank(query: string): FormMatch[] {
    const limit = query.length > LONG_QUERY ? MAX_CANDIDATES_LONG : MAX_CANDIDATES;
    const records = this.#grams.pick(query, limit).map((number) => ({
      number,
      letters: this.#index.forms[number]?.letters ?? '',
      reading: this.#index.readingOf(number),
    }));
    return new Fuse(records, OPTIONS).search(query).flatMap(({ item, score = 1 }): FormMatch[] => {
      const form = this.#index.forms[item.number];
      return form ? [{ form, tier: 'fuzzy', score, lettersOf: () => commonLetters(form.letters, query) }] : [];
    });
  }
}

function hasNeighbours(indexes: readonly number[]): boolean {
  return indexes.some((index, i) => indexes[i + 1] === index + 1);
}
