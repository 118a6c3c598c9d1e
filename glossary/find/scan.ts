/** Scans a text for all occurrences of patterns, whatever their sense. `README.md` has the semantics. */
import { endsWord, PENDING, ROOT, wordAt } from './double-array';
import { MAX_SPAN, skipGap } from './gaps';
import { CLASS, FIRST_LETTER } from './letter-classes';
import { scanWithLinks } from './scan-with-links';
import { BLOCK, starts } from './start-filter';
import { builtCells, type Tables } from './tables';

/**
 * Receives an occurrence: pattern index, and half-open offsets in UTF-16 units of the text scanned.
 * Returns true to end the scan. Must not scan itself.
 */
export type OnHit = (pattern: number, start: number, end: number) => unknown;

/** A half-open part of a text. Only matches that start in it are reported, wherever they end. */
export interface Part {
  from: number;
  to: number;
}

/** Units read ahead for each unit of a block above which the scan changes to `scanWithLinks`. */
const MAX_READ_AHEAD = 12;
/** Units then scanned with links before the ordinary scan is tried again. */
const LINKED_UNITS = 1 << 16;
/** Above this size of the trie, links are not computed: they would take as much memory again. */
const MAX_LINKED_CELLS = 1 << 21;

/**
 * Reports all occurrences of all patterns, nested and overlapping ones included, ordered by start, shorter first.
 * Cost: linear in the text, times the longest pattern in the worst case.
 */
export function scan(tables: Tables, text: string, onHit: OnHit): void {
  scanPart(tables, text, onHit, { from: 0, to: text.length });
}

/** As `scan`, for a part of the text. Adjacent parts together report the same as the whole. */
export function scanPart(tables: Tables, text: string, onHit: OnHit, { from, to }: Part): void {
  let at = from;
  while (at < to) {
    const end = Math.min(to, at + BLOCK);
    const read = scanBlock(tables, text, onHit, { from: at, to: end });
    if (read < 0) return;
    at = end;
    if (read < MAX_READ_AHEAD * BLOCK || tables.cells.length > MAX_LINKED_CELLS) continue;
    at = Math.min(to, end + LINKED_UNITS);
    for (const hit of scanWithLinks(tables, text, end, at)) {
      if (onHit(hit.pattern, hit.start, hit.end) === true) return;
    }
  }
}

/** @returns how many units were read from all starts together; -1 to end the scan. */
function scanBlock(tables: Tables, text: string, onHit: OnHit, { from, to }: Part): number {
  const count = tables.starts.find(text, from, to);
  let read = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number; // `count` were written.
    const end = walk(tables, text, start, onHit);
    if (end < 0) return -1;
    read += end - start;
  }
  return read;
}

/** Whether a pattern for which `isForm` holds occurs in the text; stops at the first. */
export function mayContain(tables: Tables, text: string, isForm: (pattern: number) => boolean): boolean {
  let found = false;
  scan(tables, text, (pattern) => {
    found = isForm(pattern);
    return found;
  });
  return found;
}

/**
 * Follows the trie from the letter at `start` for as long as a pattern may continue.
 * @returns where it stopped; -1 to end the scan.
 */
function walk(tables: Tables, text: string, start: number, onHit: OnHit): number {
  const { classOf } = tables;
  let { cells } = tables;
  const stop = Math.min(text.length, start + MAX_SPAN);
  let state = ROOT;
  let cell = cells[ROOT] as number; // The root always exists.
  let at = start;
  // A cell below 0 is of a state without children.
  while (at < stop && cell >= 0) {
    let cls = classOf[text.charCodeAt(at)] as number; // The table covers all 65,536 units.
    let after = at + 1;
    if (cls < FIRST_LETTER) {
      const gap = skipGap(classOf, text, at, stop);
      if (gap === 0) return at;
      after = Math.abs(gap);
      if (gap > 0) {
        at = after;
        continue;
      }
      cls = CLASS.space;
    }
    const next = (cell & ~1) + 2 * cls;
    if (cells[next + 1] !== state) return at; // The cells are padded: no class reads past their end.
    state = next;
    at = after;
    cell = cells[next] as number;
    if (cell <= PENDING) {
      cells = builtCells(tables, state);
      cell = cells[state] as number;
    }
    if (endsWord(cells, state) && onHit(wordAt(cells, state), start, at) === true) return -1;
  }
  return at;
}
