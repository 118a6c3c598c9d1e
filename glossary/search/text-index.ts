/** Indexes all definitions of a pack as one string, for full-text search. */
import type { Entry } from '../library/library';
import { StepBudget } from '../pack/step-budget';
import type { Fold } from './fold-query';
import { STEP_TEXTS } from './gradual';

/** A text of an entry that contains all words of a query. */
export interface TextMatch {
  entry: Entry;
  /** Index of the entry in its pack. */
  order: number;
  text: string;
  /** The matching letters, as half-open, sorted and disjoint ranges of the folded text. */
  runs: readonly (readonly [start: number, end: number])[];
}

/** Nobody reads more results. */
const MAX_MATCHES = 500;

/** The number of texts of an entry. */
const TEXTS = 2;
const textsOf = (entry: Entry) => [entry.short, entry.long];

/** Full-text search over the definitions of a pack. */
export class TextIndex {
  readonly #entries: readonly Entry[];
  /** Every text, folded, each followed by a line feed. */
  readonly #letters: string;
  /** By text: its offset in `#letters`. */
  readonly #starts: readonly number[];

  private constructor(entries: readonly Entry[], letters: string, starts: readonly number[]) {
    this.#entries = entries;
    this.#letters = letters;
    this.#starts = starts;
  }

  /** Builds the index in steps. Linear in all texts. */
  static *building(entries: readonly Entry[], fold: Fold): Generator<void, TextIndex> {
    const pieces: string[] = [];
    const starts: number[] = [];
    const budget = new StepBudget(STEP_TEXTS);
    let at = 0;
    for (const entry of entries) {
      if (budget.spend(TEXTS)) yield;
      for (const text of textsOf(entry)) {
        const letters = fold.letters(text);
        starts.push(at);
        at += letters.length + 1;
        pieces.push(letters);
      }
    }
    return new TextIndex(entries, `${pieces.join('\n')}\n`, starts);
  }

  /** The first text of each entry that contains all `words`, in the order of entries; at most 500. @param words folded, not empty. */
  find(words: readonly string[]): TextMatch[] {
    const rarest = words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
    if (rarest === '') return [];
    const matches: TextMatch[] = [];
    let last = -1;
    for (let at = this.#letters.indexOf(rarest); at >= 0; at = this.#letters.indexOf(rarest, at + 1)) {
      const number = this.#textAt(at);
      const order = Math.floor(number / TEXTS);
      const entry = this.#entries[order];
      if (order === last || !entry) continue;
      const runs = runsOf(this.#lettersOf(number), words);
      if (!runs) continue;
      matches.push({ entry, order, text: textsOf(entry)[number % TEXTS] ?? '', runs });
      last = order;
      if (matches.length === MAX_MATCHES) break;
    }
    return matches;
  }

  #lettersOf(text: number): string {
    return this.#letters.slice(this.#starts[text], (this.#starts[text + 1] ?? this.#letters.length) - 1);
  }

  #textAt(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The first occurrence of each word, overlapping ones merged; null if a word is missing. */
function runsOf(letters: string, words: readonly string[]): [number, number][] | null {
  const found = words.map((word): [number, number] => {
    const at = letters.indexOf(word);
    return [at, at + word.length];
  });
  if (found.some(([start]) => start < 0)) return null;
  found.sort((a, b) => a[0] - b[0]);
  const runs: [number, number][] = [];
  for (const [start, end] of found) {
    const last = runs.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else runs.push([start, end]);
  }
  return runs;
}
