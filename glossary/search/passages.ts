/** Searches the sentences of bulletins. */
import { otherNumbers } from '../numerals';
import type { Bulletin } from '../pack/pack';
import { isOn } from './dated';
import { type Fold, MAX_QUERY, wordsOf } from './fold-query';
import { type QueryDate, readQueryDate, writingsOf } from './query-date';
import { type Range, rangesOf } from './ranges';
import { run } from './tiers';

/** A sentence of a bulletin that matched, or the beginning of a bulletin whose date or title did. */
export interface PassageResult {
  bulletin: Bulletin;
  /** Id of the passage. */
  passage: string;
  /** The sentence, or the title. */
  text: string;
  /** Parts of `text` that matched. Sorted, disjoint. */
  ranges: Range[];
}

interface Line extends Omit<PassageResult, 'ranges'> {
  letters: string;
}

/** The titles and sentences of bulletins. */
class PassageIndex {
  readonly #fold: Fold;
  readonly #lines: Line[];

  /** Linear in all texts. */
  constructor(bulletins: readonly Bulletin[], fold: Fold) {
    this.#fold = fold;
    this.#lines = bulletins.flatMap((bulletin) => {
      const passages = bulletin.paragraphs.flat();
      const title = { id: passages[0]?.id ?? '', text: bulletin.title };
      return [title, ...passages].map(({ id, text }) => ({ bulletin, passage: id, text, letters: fold.letters(text) }));
    });
  }

  /** Lines with all words, in the order of the bulletins. @param words folded, not empty. */
  find(words: readonly string[], isWanted: (bulletin: Bulletin) => boolean = () => true): PassageResult[] {
    return this.#lines
      .filter(({ bulletin, letters }) => isWanted(bulletin) && words.every((word) => letters.includes(word)))
      .map((line) => this.#show(line, words));
  }

  /** The titles of the bulletins that are wanted. */
  titles(isWanted: (bulletin: Bulletin) => boolean): PassageResult[] {
    return this.#lines
      .filter(({ bulletin, text }) => text === bulletin.title && isWanted(bulletin))
      .map((line) => this.#show(line, []));
  }

  #show({ bulletin, passage, text, letters }: Line, words: readonly string[]): PassageResult {
    const { at } = this.#fold.withPlaces(text);
    const matched = new Set(words.flatMap((word) => everyPlace(letters, word)));
    const places = [...matched].sort((a, b) => a - b).map((letter) => at[letter] ?? 0);
    return { bulletin, passage, text, ranges: rangesOf(places) };
  }
}

function everyPlace(letters: string, word: string): number[] {
  const places: number[] = [];
  for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + word.length)) {
    places.push(...run(at, at + word.length));
  }
  return places;
}

/** Search in the sentences of bulletins. */
export class PassageSearch {
  readonly #fold: Fold;
  readonly #index: PassageIndex;

  /** Linear in all texts. */
  constructor(bulletins: readonly Bulletin[], fold: Fold) {
    this.#fold = fold;
    this.#index = new PassageIndex(bulletins, fold);
  }

  /** Each sentence once. For a date the bulletins of it first. @param query has two letters at least. */
  find(query: string): PassageResult[] {
    const date = readQueryDate(query);
    return eachOnce(date ? passagesOn(this.#index, date, this.#fold) : findPassages(this.#index, query, this.#fold));
  }
}

/** Bulletins of the date, then sentences that name it: without its year, in bulletins of that year or of the next. */
function passagesOn(index: PassageIndex, date: QueryDate, fold: Fold): PassageResult[] {
  const { year, month } = date;
  const named = writingsOf(date).flatMap((text) => index.find([fold.letters(text)]));
  const short = year === null || month === null ? [] : writingsOf({ ...date, year: null });
  const isOfYear = (stated: number) => stated === year || stated - 1 === year;
  const unnamed = short.flatMap((text) =>
    index.find([fold.letters(text)], (bulletin) => isOfYear(Number(bulletin.date.slice(0, 4)))),
  );
  return [...index.titles((bulletin) => isOn(bulletin, date)), ...named, ...unnamed];
}

/** Sentences with the query as one phrase first, then those with its numbers in digits, then those with all its words. */
function findPassages(index: PassageIndex, query: string, fold: Fold): PassageResult[] {
  const phrases = [query, ...otherNumbers(query)].map((text) => fold.letters(text).slice(0, MAX_QUERY));
  const words = wordsOf(query, fold);
  const all = [...phrases.filter(Boolean).map((phrase) => [phrase]), ...(words.length > 1 ? [words] : [])];
  return all.flatMap((wanted) => index.find(wanted));
}

function eachOnce(results: readonly PassageResult[]): PassageResult[] {
  const known = new Set<string>();
  return results.filter(({ bulletin, passage, text }) => {
    const key = `${bulletin.id}/${passage}/${text}`;
    return !known.has(key) && known.add(key);
  });
}
