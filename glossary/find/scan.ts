/** Owns the pass over the text: every place where a pattern stands, whatever its sense. See `README.md` for the semantics. */
import { isParted } from './characters';
import { ROOT } from './double-array';
import { CLASS, FIRST_LETTER, type Tables } from './tables';

/** Longest run of skipped characters that may stand between two letters of a match, in UTF-16 units. */
export const MAX_GAP = 64;
/** Longest stretch of text one match may cover, skipped characters included. Bounds the work per position. */
export const MAX_SPAN = 512;

/**
 * Receives an occurrence: pattern index, and half-open offsets in UTF-16 units of the text scanned.
 * The scan ends early when it returns true.
 */
export type OnHit = (pattern: number, start: number, end: number) => unknown;

/**
 * Reports all occurrences of all patterns, nested and overlapping ones included, ordered by start, shorter first.
 * Cost: linear in the text, times the longest pattern in the worst case.
 */
export function scan(tables: Tables, text: string, onHit: OnHit): void {
  const { classOf, firstStart, base, check, patternAt } = tables;
  const rootBase = base[ROOT] as number; // The root always exists.
  const length = text.length;
  for (let start = 0; start < length; start++) {
    const cls = classOf[text.charCodeAt(start)] as number; // The table covers all 65,536 units.
    if (cls < firstStart) continue;
    // Most walks would end at their second letter: looking at it here saves the call.
    const state = rootBase + cls;
    const second = start + 1 < length ? (classOf[text.charCodeAt(start + 1)] as number) : CLASS.none; // As above.
    const mayGoOn = second >= FIRST_LETTER ? check[(base[state] as number) + second] === state : second !== CLASS.none;
    if ((mayGoOn || patternAt[state] !== 0) && walk(tables, text, start, onHit)) return;
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

/** Follows the trie from the letter at `start` for as long as a pattern may go on. @returns true to end the scan. */
function walk(tables: Tables, text: string, start: number, onHit: OnHit): boolean {
  const { classOf, base, check, patternAt } = tables;
  const stop = Math.min(text.length, start + MAX_SPAN);
  let state = ROOT;
  let at = start;
  while (at < stop) {
    let cls = classOf[text.charCodeAt(at)] as number; // The table covers all 65,536 units.
    let after = at + 1;
    if (cls < FIRST_LETTER) {
      after = cls === CLASS.none ? 0 : skipGap(classOf, text, at, stop);
      if (after === 0) return false;
      if (after > 0) {
        at = after;
        continue;
      }
      cls = CLASS.space;
      after = -after;
    }
    const next = (base[state] as number) + cls; // The arrays are padded: no class reads past their end.
    if (check[next] !== state) return false;
    state = next;
    at = after;
    const pattern = patternAt[state] as number; // `state` passed the check, so it is in range.
    if (pattern && onHit(pattern - 1, start, at) === true) return true;
  }
  return false;
}

const LINE_FEED = 10;

/**
 * End of the run of skipped characters at `at`, negative if it parts two Latin words (so that the pattern must have
 * a space there; a number that the source wraps is one number), 0 if no match runs across it: it is too long, holds two line breaks, or ends the text.
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
  if (end > last || breaks > 1) return 0;
  // A walk starts on a letter and skips a gap as a whole: the unit before `at` is a letter.
  const seen = { hasLineFeed, hasBreak: breaks > 0 };
  return isSpaced && isParted(text.charCodeAt(at - 1), text.charCodeAt(end), seen) ? -end : end;
}
