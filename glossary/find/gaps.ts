/** Decides which characters a match may run across, and how far. */
import { isParted } from '../pack/characters';
import { CLASS, FIRST_LETTER } from './letter-classes';

/** Longest gap of skipped characters between two letters of a match, in UTF-16 units. */
export const MAX_GAP = 64;
/** Longest match, skipped characters included, in UTF-16 units. Bounds the work at each position. */
export const MAX_SPAN = 512;

const LINE_FEED = 10;

/**
 * Measures the gap of skipped characters at `at`.
 * @returns the end of the gap; its negative where the gap parts two Latin words, so that the pattern must have a space
 * there (a number wrapped by the source is one number); 0 where no match may run across: the gap is too long, has two
 * line breaks, or ends the text, or the character is not skipped.
 */
export function skipGap(classOf: Uint16Array, text: string, at: number, stop: number): number {
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
  // A walk begins on a letter and crosses a gap as a whole: the unit before `at` is a letter.
  const seen = { hasLineFeed, hasBreak: breaks > 0 };
  return isSpaced && isParted(text.charCodeAt(at - 1), text.charCodeAt(end), seen) ? -end : end;
}
