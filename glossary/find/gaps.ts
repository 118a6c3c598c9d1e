/** Owns what a match may run across, and how far it may reach. */
import { isParted } from '../pack/characters';
import { CLASS, FIRST_LETTER } from './classes';

/** Longest run of skipped characters that may stand between two letters of a match, in UTF-16 units. */
export const MAX_GAP = 64;
/** Longest stretch of text one match may cover, skipped characters included. Bounds the work per position. */
export const MAX_SPAN = 512;

const LINE_FEED = 10;

/**
 * End of the run of skipped characters at `at`, negative if it parts two Latin words (so that the pattern must have
 * a space there; a number that the source wraps is one number), 0 if no match runs across it: it is too long, holds
 * two line breaks, ends the text, or nothing there is skipped.
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
  // A walk starts on a letter and skips a gap as a whole: the unit before `at` is a letter.
  const seen = { hasLineFeed, hasBreak: breaks > 0 };
  return isSpaced && isParted(text.charCodeAt(at - 1), text.charCodeAt(end), seen) ? -end : end;
}
