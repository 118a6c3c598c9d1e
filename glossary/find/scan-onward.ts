/**
 * Owns the other pass over the text, for texts that make the first one (`scan.ts`) look far ahead from place after
 * place: each unit is read once, whatever the text. Slower on ordinary text, and never much slower.
 */

import { endsWord, ROOT, wordAt } from './double-array';
import { type FailLinks, failLinksOf, stepFrom } from './fail-links';
import { MAX_SPAN, skipGap } from './gaps';
import { CLASS, FIRST_LETTER, type Tables } from './tables';

export interface Occurrence {
  pattern: number;
  start: number;
  end: number;
}

/** Letters whose places are remembered: more than a match may have. A power of two. */
const REMEMBERED = 1024;

/**
 * All occurrences that start in `[from, to)`, ordered by start, shorter first. What stands before `from` is not looked
 * at.
 */
export function occurrencesOnward(tables: Tables, text: string, from: number, to: number): Occurrence[] {
  const links = failLinksOf(tables.cells);
  const reader = new Reader(tables, links, text);
  const found: Occurrence[] = [];
  for (let at = from; at < text.length; ) {
    at = reader.read(at);
    if (at >= to && reader.earliest(at) >= to) break;
    reader.collect(at, found);
  }
  return found.filter(({ start }) => start < to).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where the scan stands: the longest suffix of what it has read that is the beginning of a pattern. */
class Reader {
  readonly #tables: Tables;
  readonly #links: FailLinks;
  readonly #text: string;
  /** Where each of the last letters read stands; a space of a pattern counts as one. */
  readonly #places = new Int32Array(REMEMBERED);
  #count = 0;
  #state = ROOT;

  constructor(tables: Tables, links: FailLinks, text: string) {
    this.#tables = tables;
    this.#links = links;
    this.#text = text;
  }

  /** Reads the letter or the run of skipped characters at `at`. @returns where to go on. */
  read(at: number): number {
    const { classOf } = this.#tables;
    const cls = classOf[this.#text.charCodeAt(at)] as number; // The table covers all 65,536 units.
    if (cls >= FIRST_LETTER) {
      this.#step(cls, at);
      return at + 1;
    }
    const after = this.#state === ROOT ? 0 : skipGap(classOf, this.#text, at, this.#text.length);
    if (after === 0) this.#state = ROOT;
    if (after < 0) this.#step(CLASS.space, at);
    return after === 0 ? at + 1 : Math.abs(after);
  }

  #step(cls: number, at: number): void {
    this.#places[this.#count++ & (REMEMBERED - 1)] = at;
    this.#state = stepFrom(this.#tables.cells, this.#links.fail, this.#state, cls);
  }

  /** Where the earliest match that may still end begins: `at` if none is under way. */
  earliest(at: number): number {
    return this.#state === ROOT ? at : this.#startOf(this.#state);
  }

  /** Adds the matches that end at `end`, where the last letter was read. */
  collect(end: number, found: Occurrence[]): void {
    const { cells } = this.#tables;
    let state = endsWord(cells, this.#state) ? this.#state : (this.#links.ending[this.#state >> 1] ?? 0);
    // A gap was read last: what ended before it has been told.
    if (this.#places[(this.#count - 1) & (REMEMBERED - 1)] !== end - 1) return;
    for (; state !== 0; state = this.#links.ending[state >> 1] ?? 0) {
      const start = this.#startOf(state);
      if (end - start <= MAX_SPAN) found.push({ pattern: wordAt(cells, state), start, end });
    }
  }

  #startOf(state: number): number {
    const depth = Math.min(this.#links.depth[state >> 1] ?? 0, REMEMBERED);
    return this.#places[(this.#count - depth) & (REMEMBERED - 1)] ?? 0;
  }
}
