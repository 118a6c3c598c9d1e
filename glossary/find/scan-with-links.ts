/**
 * Owns the other pass over the text, for texts that make the first one (`scan.ts`) look far ahead from place after
 * place: each unit is read once, whatever the text. Slower on ordinary text, and never much slower.
 */

import { CLASS, FIRST_LETTER } from './classes';
import { endsWord, ROOT, wordAt } from './double-array';
import { type FailLinks, failLinksOf, stepFrom } from './fail-links';
import { MAX_SPAN, skipGap } from './gaps';
import type { Tables } from './tables';

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
export function scanWithLinks(tables: Tables, text: string, from: number, to: number): Occurrence[] {
  const { classOf, cells } = tables;
  const links = failLinksOf(cells);
  const reading: Reading = { state: ROOT, count: 0, places: new Int32Array(REMEMBERED) };
  const found: Occurrence[] = [];
  for (let at = from; at < text.length; ) {
    const cls = classOf[text.charCodeAt(at)] as number; // The table covers all 65,536 units.
    if (cls >= FIRST_LETTER) {
      step(reading, cells, links, { cls, at });
      at++;
      collect(reading, tables, links, { end: at, to, found });
    } else {
      at = cross(reading, tables, links, { text, at });
    }
    if (at >= to && (reading.state === ROOT || startOf(reading, links, reading.state) >= to)) break;
  }
  return inOrder(found);
}

/** Where the scan stands. */
interface Reading {
  /** The longest suffix of what was read that is the beginning of a pattern. */
  state: number;
  /** How many letters were read; a space of a pattern counts as one. */
  count: number;
  /** Where each of the last letters stands. */
  places: Int32Array;
}

function step(
  reading: Reading,
  cells: Int32Array,
  { fail }: FailLinks,
  { cls, at }: { cls: number; at: number },
): void {
  reading.places[reading.count++ & (REMEMBERED - 1)] = at;
  reading.state = stepFrom(cells, fail, reading.state, cls);
}

/** Reads what is skipped at `at`, or a letter of no pattern. @returns where to go on. */
function cross(
  reading: Reading,
  { classOf, cells }: Tables,
  links: FailLinks,
  { text, at }: { text: string; at: number },
): number {
  const after = reading.state === ROOT ? 0 : skipGap(classOf, text, at, text.length);
  if (after === 0) reading.state = ROOT;
  if (after < 0) step(reading, cells, links, { cls: CLASS.space, at });
  return after === 0 ? at + 1 : Math.abs(after);
}

/** Adds the matches that end at `end`, where a letter was read, and start before `to`. */
function collect(
  reading: Reading,
  { cells }: Tables,
  links: FailLinks,
  { end, to, found }: { end: number; to: number; found: Occurrence[] },
): void {
  let state = endsWord(cells, reading.state) ? reading.state : (links.ending[reading.state >> 1] as number);
  for (; state !== 0; state = links.ending[state >> 1] as number) {
    const start = startOf(reading, links, state);
    if (start < to && end - start <= MAX_SPAN) found.push({ pattern: wordAt(cells, state), start, end });
  }
}

function startOf({ places, count }: Reading, { depth }: FailLinks, state: number): number {
  const letters = Math.min(depth[state >> 1] as number, REMEMBERED); // A state is a place of the trie.
  return places[(count - letters) & (REMEMBERED - 1)] as number; // As many as are remembered.
}

/** They were found by their end. Most are in order already, and sorting would take longer than finding them. */
function inOrder(found: Occurrence[]): Occurrence[] {
  let last: Occurrence | null = null;
  for (const one of found) {
    if (last && one.start <= last.start) return found.sort((a, b) => a.start - b.start || a.end - b.end);
    last = one;
  }
  return found;
}
