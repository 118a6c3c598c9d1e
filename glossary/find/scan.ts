/** Owns the pass over the text: every place where a pattern stands, whatever its sense. See `README.md` for the semantics. */
import { CLASS, FIRST_LETTER } from './classes';
import { endsWord, ROOT, wordAt } from './double-array';
import { MAX_SPAN, skipGap } from './gaps';
import { scanWithLinks } from './scan-with-links';
import { BLOCK, places } from './sieve';
import type { Tables } from './tables';

/**
 * Receives an occurrence: pattern index, and half-open offsets in UTF-16 units of the text scanned.
 * The scan ends early when it returns true. Must not scan.
 */
export type OnHit = (pattern: number, start: number, end: number) => unknown;

/** A half-open part of a text: only matches that start in it are reported, wherever they end. */
export interface Part {
  from: number;
  to: number;
}

/** Units read ahead for each unit of a block from which on the next units are read in the other way. */
const PATIENCE = 12;
/** Units then read in the other way, before this one is tried again. */
const ONWARD = 1 << 16;
/** The links would take as much memory again as the trie. */
const MAX_CELLS_ONWARD = 1 << 21;
/**
 * Reports all occurrences of all patterns, nested and overlapping ones included, ordered by start, shorter first.
 * Cost: linear in the text, times the longest pattern in the worst case.
 */
export function scan(tables: Tables, text: string, onHit: OnHit): void {
  scanPart(tables, text, onHit, { from: 0, to: text.length });
}

/** As `scan`, for the part of the text. Parts that follow each other report what the whole would. */
export function scanPart(tables: Tables, text: string, onHit: OnHit, { from, to }: Part): void {
  let at = from;
  while (at < to) {
    const end = Math.min(to, at + BLOCK);
    const read = scanBlock(tables, text, onHit, { from: at, to: end });
    if (read < 0) return;
    at = end;
    if (read < PATIENCE * BLOCK || tables.cells.length > MAX_CELLS_ONWARD) continue;
    at = Math.min(to, end + ONWARD);
    for (const hit of scanWithLinks(tables, text, end, at)) {
      if (onHit(hit.pattern, hit.start, hit.end) === true) return;
    }
  }
}

/** @returns how many units were read from all places together; -1 to end the scan. */
function scanBlock(tables: Tables, text: string, onHit: OnHit, { from, to }: Part): number {
  const count = tables.sieve.find(text, from, to);
  let read = 0;
  for (let i = 0; i < count; i++) {
    const start = places[i] as number; // `count` were written.
    const end = walk(tables, text, start, onHit);
    if (end < 0) return -1;
    read += end - start;
  }
  return read;
}

/** Whether a pattern for which `isForm` holds stands in the text; stops at the first. */
export function mayContain(tables: Tables, text: string, isForm: (pattern: number) => boolean): boolean {
  let found = false;
  scan(tables, text, (pattern) => {
    found = isForm(pattern);
    return found;
  });
  return found;
}

/**
 * Follows the trie from the letter at `start` for as long as a pattern may go on.
 * @returns how far it was followed; -1 to end the scan.
 */
function walk({ classOf, cells }: Tables, text: string, start: number, onHit: OnHit): number {
  const stop = Math.min(text.length, start + MAX_SPAN);
  let state = ROOT;
  let cell = cells[ROOT] as number; // The root always exists.
  for (let at = start; at < stop; ) {
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
    if (!endsWord(cells, state)) continue;
    if (onHit(wordAt(cells, state), start, at) === true) return -1;
    if (cell < 0) return at;
  }
  return stop;
}
