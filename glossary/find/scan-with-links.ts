/**
 * Scans with failure links, which read each unit once in any text. For texts in which `scan.ts` reads far ahead from many
 * positions; a little slower on ordinary text.
 */
import { finish } from '../pack/step-budget';
import { endsWord, ROOT, wordAt } from './double-array';
import { type FailLinks, failLinksOf, stepFrom } from './fail-links';
import { MAX_SPAN, skipGap } from './gaps';
import { CLASS, FIRST_LETTER } from './letter-classes';
import { completing, type Tables } from './tables';

/** Half-open offsets in UTF-16 units. */
export interface Occurrence {
  pattern: number;
  start: number;
  end: number;
}

/** Letters whose positions are kept: more than a match can have. A power of two. */
const REMEMBERED = 1024;

/** All occurrences that start in `[from, to)`, ordered by start, shorter first. Linear; never reads before `from`. */
export function scanWithLinks(tables: Tables, text: string, from: number, to: number): Occurrence[] {
  finish(completing(tables));
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

/** The position of the scan in the trie. */
interface Reading {
  /** The state of the longest suffix of the text read so far that begins a pattern. */
  state: number;
  /** Letters read; a space of a pattern counts as one. */
  count: number;
  /** Positions of the last letters, as a ring. */
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

/** Reads a gap at `at`, or a unit that no pattern contains. @returns the position after it. */
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
  return places[(count - letters) & (REMEMBERED - 1)] as number; // The ring has that many.
}

/** Sorts occurrences found by their end. Most are in order already, and sorting would cost more than finding them. */
function inOrder(found: Occurrence[]): Occurrence[] {
  let last: Occurrence | null = null;
  for (const one of found) {
    if (last && one.start <= last.start) return found.sort((a, b) => a.start - b.start || a.end - b.end);
    last = one;
  }
  return found;
}
