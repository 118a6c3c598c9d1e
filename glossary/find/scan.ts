/** Owns the pass over the text: every place where a pattern stands, whatever its sense. See `README.md` for the semantics. */
import { isParted } from './characters';
import { ROOT } from './double-array';
import { CLASS, FIRST_LETTER, PAIR_FACTOR, type Tables } from './tables';

/** Longest run of skipped characters that may stand between two letters of a match, in UTF-16 units. */
export const MAX_GAP = 64;
/** Longest stretch of text one match may cover, skipped characters included. Bounds the work per position. */
export const MAX_SPAN = 512;

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

/** Places looked at before any of them is followed. */
const BLOCK = 1024;
/** Where in a block a match may begin. One for all scans: they do not nest, and most texts are short. */
const candidates = new Int32Array(BLOCK);

/**
 * Reports all occurrences of all patterns, nested and overlapping ones included, ordered by start, shorter first.
 * Cost: linear in the text, times the longest pattern in the worst case.
 */
export function scan(tables: Tables, text: string, onHit: OnHit): void {
  scanPart(tables, text, onHit, { from: 0, to: text.length });
}

/** As `scan`, for the part of the text. Parts that follow each other report what the whole would. */
export function scanPart(tables: Tables, text: string, onHit: OnHit, { from, to }: Part): void {
  for (let start = from; start < to; start += BLOCK) {
    const count = findCandidates(tables, text, start, Math.min(to, start + BLOCK));
    for (let i = 0; i < count; i++) {
      if (walk(tables, text, candidates[i] as number, onHit)) return; // `count` were written.
    }
  }
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
 * Writes the places at which a pair of classes stands that a pattern may begin with. Without a branch: which places
 * these are cannot be foreseen, and a wrong guess of the processor costs more than the work it would save.
 */
function findCandidates({ classOf, pairs }: Tables, text: string, from: number, to: number): number {
  const mask = pairs.length * 32 - 1;
  const last = Math.min(to, text.length - 1);
  let count = 0;
  // The class table covers all 65,536 units, and the mask keeps the hash inside the bits.
  let first = classOf[text.charCodeAt(from)] as number;
  for (let at = from; at < last; at++) {
    const second = classOf[text.charCodeAt(at + 1)] as number;
    const hash = (Math.imul(first, PAIR_FACTOR) ^ second) & mask;
    candidates[count] = at;
    count += ((pairs[hash >>> 5] as number) >>> (hash & 31)) & isLetter(first);
    first = second;
  }
  if (last < to) {
    const hash = Math.imul(first, PAIR_FACTOR) & mask;
    candidates[count] = last;
    count += ((pairs[hash >>> 5] as number) >>> (hash & 31)) & isLetter(first);
  }
  return count;
}

/** 1 for the class of a letter, 0 for others. */
function isLetter(cls: number): number {
  return (FIRST_LETTER - 1 - cls) >>> 31;
}

/** Follows the trie from the letter at `start` for as long as a pattern may go on. @returns true to end the scan. */
function walk({ classOf, cells }: Tables, text: string, start: number, onHit: OnHit): boolean {
  const stop = Math.min(text.length, start + MAX_SPAN);
  let state = ROOT;
  let cell = cells[ROOT] as number; // The root always exists.
  for (let at = start; at < stop; ) {
    let cls = classOf[text.charCodeAt(at)] as number; // The table covers all 65,536 units.
    let after = at + 1;
    if (cls < FIRST_LETTER) {
      after = skipGap(classOf, text, at, stop);
      if (after > 0) {
        at = after;
        continue;
      }
      // Without a gap a match may run across, there is no class for the trie to go on by.
      cls = after < 0 ? CLASS.space : CLASS.none;
      after = -after;
    }
    const next = (cell & ~1) + 2 * cls;
    if (cls === CLASS.none || cells[next + 1] !== state) return false; // Padded: no class reads past the end.
    state = next;
    at = after;
    cell = cells[next] as number;
    if (cell < 0) return onHit(~cell, start, at) === true;
    if ((cell & 1) !== 0 && onHit(~(cells[cell - 1] as number), start, at) === true) return true;
  }
  return false;
}

const LINE_FEED = 10;

/**
 * End of the run of skipped characters at `at`, negative if it parts two Latin words (so that the pattern must have
 * a space there; a number that the source wraps is one number), 0 if no match runs across it: it is too long, holds
 * two line breaks, ends the text, or nothing there is skipped.
 */
function skipGap(classOf: Uint16Array, text: string, at: number, stop: number): number {
  const last = Math.min(stop - 1, at + MAX_GAP);
  let breaks = 0;
  let isSpaced = false;
  let hasLineFeed = false;
  let end = at;
  for (; end <= last; end++) {
    const unit = text.charCodeAt(end);
    const cls = classOf[unit] as number; // The table covers all 65,536 units.
    if (cls === CLASS.none || cls >= FIRST_LETTER) break;
    if (cls === CLASS.lineBreak) breaks++;
    isSpaced ||= cls === CLASS.space || cls === CLASS.lineBreak;
    hasLineFeed ||= unit === LINE_FEED;
  }
  if (end === at || end > last || breaks > 1) return 0;
  // A walk starts on a letter and skips a gap as a whole: the unit before `at` is a letter.
  const seen = { hasLineFeed, hasBreak: breaks > 0 };
  return isSpaced && isParted(text.charCodeAt(at - 1), text.charCodeAt(end), seen) ? -end : end;
}
