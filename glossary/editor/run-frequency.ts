/**
 * Estimates how often letters in a row occur in ordinary Chinese text, from a list of words and how often each occurs.
 * Counts a run inside words and across the words of a phrase. Build-time only.
 */
import { readOrdinaryWords, type WordCounts } from './ordinary-words';

/** Units of an ordinary page. */
const PAGE_UNITS = 3000;
/** Share of the places beside a given word where a given number, Latin word or mark stands. */
const OTHER_SHARE = 0.05;
/** Occurrences a page of a run without Chinese characters, such as 3+1. */
const PLAIN_RATE = 0.3;
const HAN = /\p{Script=Han}/u;

let standard: RunFrequency | null = null;

/** How often runs of folded letters occur in ordinary text. */
export class RunFrequency {
  readonly #words: WordCounts['words'];
  readonly #total: number;
  readonly #units: number;
  /** Occurrences of words that begin with letters, end with them, or have them anywhere. */
  readonly #beginning = new Map<string, number>();
  readonly #ending = new Map<string, number>();
  readonly #holding = new Map<string, number>();

  constructor({ words, total, units }: WordCounts) {
    this.#words = words;
    this.#total = total;
    this.#units = units;
    for (const [word, count] of words) this.#add(word, count);
  }

  /** By the list of this repository. Made once. */
  static get standard(): RunFrequency {
    standard ??= new RunFrequency(readOrdinaryWords());
    return standard;
  }

  /**
   * Expected occurrences of `run` on a page of 3,000 units.
   * @param cohesion how many times more often than by chance words follow each other, as they do in a phrase.
   */
  perPage(run: string, cohesion = 1): number {
    const letters = [...run].filter((letter) => HAN.test(letter)).join('');
    if (letters === '') return PLAIN_RATE;
    const share = letters === run ? 1 : OTHER_SHARE;
    return (this.#occurrences(letters, cohesion) / this.#units) * PAGE_UNITS * share;
  }

  #add(word: string, count: number): void {
    for (let start = 0; start < word.length; start++) {
      increase(this.#beginning, word.slice(0, start + 1), count);
      increase(this.#ending, word.slice(start), count);
      for (let end = start + 1; end <= word.length; end++) increase(this.#holding, word.slice(start, end), count);
    }
  }

  /** Inside one word, and across words: the end of one, whole ones, the beginning of another. */
  #occurrences(run: string, cohesion: number): number {
    /** By place in the run, occurrences of what precedes it that end with a word. */
    const upTo = [0];
    const chance = (counts: ReadonlyMap<string, number>, letters: string) =>
      Math.min(1, (cohesion * countOf(counts, letters)) / this.#total);
    let across = 0;
    for (let place = 1; place < run.length; place++) {
      let here = countOf(this.#ending, run.slice(0, place));
      for (let from = 1; from < place; from++) here += (upTo[from] ?? 0) * chance(this.#words, run.slice(from, place));
      upTo.push(here);
      across += here * chance(this.#beginning, run.slice(place));
    }
    return countOf(this.#holding, run) + across;
  }
}

function countOf(counts: ReadonlyMap<string, number>, letters: string): number {
  return counts.get(letters) ?? 0;
}

function increase(counts: Map<string, number>, letters: string, by: number): void {
  counts.set(letters, countOf(counts, letters) + by);
}
