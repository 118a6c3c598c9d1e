/** Chooses runs of letters such that each text of a list holds one: few bytes, and rare in ordinary text. */
import { addToGroup } from '../add-to-group';
import type { Folding } from '../pack/folding';
import type { RunFrequency } from './run-frequency';

/** Lengths of a run. Longer ones are rarer, and stand for fewer texts each. */
const LENGTHS = [3, 4, 5, 6];
/** Length of a run of Latin letters: a word or two occur on any page in English. */
const LATIN_LENGTH = 12;
/** Bytes of an unusual letter, and of a spelling of it, after compression. */
const LETTER_BYTES = 1.5;
const SPELLING_BYTES = 3.5;

/** How many times more often than by chance words of the texts follow each other. */
const COHESION = 100;
/**
 * Occurrences on an ordinary page of a run of three letters that no list of words explains, because lists are older than
 * pages; a tenth of it for each further letter.
 */
const UNKNOWN_RATE = 0.003;

/** Occurrences on an ordinary page of a run that texts of two groups hold, because it is a phrase of its own. */
const PHRASE_RATE = 0.01;

/** The cost of a run besides its letters. */
export interface Prices {
  folding: Folding;
  frequency: RunFrequency;
  /** Bytes that an occurrence on an ordinary page is worth. */
  occurrenceBytes: number;
  /** The entry that a text is of. */
  groupOf?: (text: string) => unknown;
}

/**
 * A set of runs such that each of `texts` holds one (greedy). Texts are folded and without spaces.
 * @param isTelling whether a part of a text may stand for it; a whole text always may.
 */
export function cheapestCover(
  texts: Iterable<string>,
  prices: Prices,
  isTelling: (run: string) => boolean = () => true,
): string[] {
  const cover = new Cover(texts, prices, isTelling);
  while (cover.open.size > 0) cover.addCheapest();
  const { runs } = cover;
  return runs.filter((run) => !runs.some((other) => other !== run && run.includes(other))).sort();
}

class Cover {
  /** Texts that hold no run yet. */
  readonly open: Set<string>;
  readonly runs: string[] = [];
  readonly #textsByRun = new Map<string, string[]>();
  /** By run, how many of the open texts hold it. */
  readonly #counts: Map<string, number>;
  readonly #fixedCosts: Map<string, number>;
  /** The cost of each letter, unless a run has it already. */
  readonly #letterCosts: Map<string, number>;
  readonly #runsByLetter = new Map<string, string[]>();
  /** By run that open texts hold. Kept, because a chosen run changes the worth of few others. */
  readonly #worths = new Map<string, number>();

  constructor(texts: Iterable<string>, prices: Prices, isTelling: (run: string) => boolean) {
    this.open = new Set(texts);
    for (const text of this.open) {
      for (const run of runsOf(text)) if (run === text || isTelling(run)) addToGroup(this.#textsByRun, run, text);
    }
    const all = [...this.#textsByRun];
    this.#counts = new Map(all.map(([run, holding]) => [run, holding.length]));
    this.#fixedCosts = new Map(all.map(([run, holding]) => [run, fixedCost(run, this.open.has(run), holding, prices)]));
    this.#letterCosts = letterCostsOf(this.#textsByRun.keys(), prices.folding);
    for (const [run] of all) {
      for (const letter of new Set(run)) if (this.#letterCosts.has(letter)) addToGroup(this.#runsByLetter, letter, run);
      this.#updateWorth(run);
    }
  }

  /** @throws if no run tells the open texts. */
  addCheapest(): void {
    const best = bestOf(this.#worths);
    if (best === null) throw new Error(`no run tells ${[...this.open].join(', ')}`);
    this.runs.push(best);
    const changed = new Set<string>();
    for (const letter of best) {
      if (!this.#letterCosts.delete(letter)) continue;
      for (const run of this.#runsByLetter.get(letter) ?? []) changed.add(run);
    }
    for (const text of this.#textsByRun.get(best) ?? []) for (const run of this.#close(text)) changed.add(run);
    for (const run of changed) this.#updateWorth(run);
  }

  #updateWorth(run: string): void {
    const count = this.#counts.get(run) ?? 0;
    if (count === 0) {
      this.#worths.delete(run);
      return;
    }
    let cost = this.#fixedCosts.get(run) ?? 0;
    for (const letter of run) cost += this.#letterCosts.get(letter) ?? 0;
    this.#worths.set(run, count / cost);
  }

  /** @returns the runs that fewer open texts hold now. */
  #close(text: string): string[] {
    if (!this.open.delete(text)) return [];
    const runs = runsOf(text);
    for (const run of runs) {
      const count = this.#counts.get(run);
      if (count !== undefined) this.#counts.set(run, count - 1);
    }
    return runs;
  }
}

function runsOf(text: string): string[] {
  const lengths = /^[!-~]*$/.test(text) ? [LATIN_LENGTH] : LENGTHS;
  const runs = new Set([text]);
  for (const length of lengths) {
    for (let start = 0; start + length <= text.length; start++) runs.add(text.slice(start, start + length));
  }
  return [...runs];
}

/** A run that is a whole text costs no occurrences: where it stands, there is the text. */
function fixedCost(run: string, isText: boolean, holding: readonly string[], prices: Prices): number {
  const { frequency, occurrenceBytes, groupOf = () => null } = prices;
  if (isText) return run.length + 1;
  const groups = new Set(holding.map(groupOf)).size;
  const phrase = PHRASE_RATE * (groups - 1) * occurrenceBytes;
  // Of a Latin name, the beginning is preferred: it tells the name from others best.
  if (isLatin(run)) return run.length + 1 + phrase + (holding[0] ?? '').indexOf(run) / run.length;
  const unknown = UNKNOWN_RATE / 10 ** Math.max(0, run.length - 3);
  return run.length + 1 + phrase + (frequency.perPage(run, COHESION) + unknown) * occurrenceBytes;
}

/** Whether the run has as many Latin letters as tell something. */
export function isLatin(run: string): boolean {
  return run.length >= LATIN_LENGTH && /^[!-~]*$/.test(run);
}

/** Bytes that each letter costs once. */
function letterCostsOf(runs: Iterable<string>, folding: Folding): Map<string, number> {
  const letters = [...new Set([...runs].join(''))].filter((letter) => letter > '~');
  const costs = new Map(letters.map((letter) => [letter, LETTER_BYTES]));
  const pairs = folding.spellingsOf(letters);
  for (let i = 1; i < pairs.length; i += 2) {
    const letter = pairs.charAt(i);
    costs.set(letter, (costs.get(letter) ?? 0) + SPELLING_BYTES);
  }
  return costs;
}

/** The run of most worth, of equal ones the first by code units; null where none has any. */
function bestOf(worths: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [run, value] of worths) {
    if (value < most || value === 0 || (value === most && best !== null && best < run)) continue;
    best = run;
    most = value;
  }
  return best;
}
