/** Owns the pass over the text: every place where a pattern stands, whatever its sense. See `README.md` for the semantics. */
import { isLatinOrDigit } from './characters';
import { CLASS, FIRST_LETTER, ROOT, type Tables } from './tables';

/** Longest run of white space that may stand inside a match, in UTF-16 units. */
const MAX_GAP = 64;
/** Longest stretch of text one match may cover, skipped characters included. Bounds the work per position. */
const MAX_SPAN = 512;

/** Receives an occurrence: pattern index, and half-open offsets in UTF-16 units of the text scanned. */
export type OnHit = (pattern: number, start: number, end: number) => void;

/**
 * Reports all occurrences of all patterns, nested and overlapping ones included, ordered by start, shorter first.
 * Cost: linear in the text, times the longest pattern in the worst case.
 */
export function scan(tables: Tables, text: string, onHit: OnHit): void {
  const { classOf, base, check } = tables;
  const rootBase = base[ROOT] as number; // The root always exists.
  const length = text.length;
  for (let start = 0; start < length; start++) {
    const cls = classOf[text.charCodeAt(start)] as number; // The table covers all 65,536 units.
    if (cls >= FIRST_LETTER && check[rootBase + cls] === ROOT) walk(tables, text, start, onHit);
  }
}

/** Whether any pattern that is not only a cue may stand in the text; stops at the first. */
export function mayContain(tables: Tables, text: string, isForm: (pattern: number) => boolean): boolean {
  const { classOf, base, check } = tables;
  const rootBase = base[ROOT] as number; // The root always exists.
  let found = false;
  const note: OnHit = (pattern) => {
    found ||= isForm(pattern);
  };
  for (let start = 0; start < text.length && !found; start++) {
    const cls = classOf[text.charCodeAt(start)] as number; // The table covers all 65,536 units.
    if (cls >= FIRST_LETTER && check[rootBase + cls] === ROOT) walk(tables, text, start, note);
  }
  return found;
}

function walk({ classOf, base, check, patternAt }: Tables, text: string, start: number, onHit: OnHit): void {
  const stop = Math.min(text.length, start + MAX_SPAN);
  let state = ROOT;
  let at = start;
  while (at < stop) {
    const unit = text.charCodeAt(at);
    const cls = classOf[unit] as number; // The table covers all 65,536 units.
    if (cls === CLASS.ignorable || cls === CLASS.quote) {
      at++;
      continue;
    }
    if (cls === CLASS.space || cls === CLASS.lineBreak) {
      const after = skipGap(classOf, text, at, stop);
      if (after < 0) return;
      const spaced = (base[state] as number) + CLASS.space;
      if (check[spaced] === state) state = spaced;
      else if (isLatinOrDigit(unitBefore(classOf, text, at)) && isLatinOrDigit(text.charCodeAt(after))) return;
      at = after;
      continue;
    }
    const next = (base[state] as number) + cls;
    if (cls === CLASS.none || check[next] !== state) return;
    state = next;
    at++;
    const pattern = patternAt[state] as number; // `state` passed the check, so it is in range.
    if (pattern) onHit(pattern - 1, start, at);
  }
}

/** End of the run of white space at `at`; -1 where it is too long, holds two line breaks, or ends the text. */
function skipGap(classOf: Uint16Array, text: string, at: number, stop: number): number {
  let breaks = 0;
  for (let i = at; i < stop && i - at < MAX_GAP; i++) {
    const cls = classOf[text.charCodeAt(i)];
    if (cls === CLASS.lineBreak && ++breaks > 1) return -1;
    if (cls !== CLASS.space && cls !== CLASS.lineBreak && cls !== CLASS.ignorable) return i;
  }
  return -1;
}

/** The last unit before `at` that is not skipped. The walk starts on a letter, so there is one. */
function unitBefore(classOf: Uint16Array, text: string, at: number): number {
  let i = at - 1;
  while (i > 0 && classOf[text.charCodeAt(i)] === CLASS.ignorable) i--;
  return text.charCodeAt(i);
}
