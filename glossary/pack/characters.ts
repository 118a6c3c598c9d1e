/**
 * Character classes of the finder for all packs: ignored characters, white space, quotation marks, Latin letters and digits.
 * Other letters are folded by the tables of a pack (`tables.ts`).
 */

/** Distance of the full-width forms from ASCII, in code points. */
export const FULL_WIDTH = 0xfee0;

/** Represents `<br>` in a text run, unlike a line feed in the source of a page. */
export const LINE_BREAK = '\u2028';

/**
 * Zero-width and otherwise invisible characters of the BMP: never part of a word, never a boundary.
 * The default-ignorable code points of Unicode, without fillers (they take room) and without unassigned ones.
 */
export const IGNORABLE =
  '\u00ad\u034f\u061c\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u200b\u200c\u200d\u200e\u200f' +
  '\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069' +
  '\u206a\u206b\u206c\u206d\u206e\u206f\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07' +
  '\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f\ufeff';

/** White space as HTML and Chinese typesetting know it, line feeds of the source included. */
export const SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

/** Quotation marks, each opening mark followed by its closing mark. Straight marks stand for both. */
export const QUOTE_PAIRS = '“”‘’「」『』﹁﹂﹃﹄｢｣〝〞〝〟""\'\'＂＂＇＇';

/** Whether `mark` opens a quotation (straight marks do). */
export function opensQuote(mark: string): boolean {
  return pairIndex(mark, 0) >= 0;
}

/** Whether `mark` closes a quotation (straight marks do). */
export function closesQuote(mark: string): boolean {
  return pairIndex(mark, 1) >= 0;
}

function pairIndex(mark: string, side: 0 | 1): number {
  for (let i = side; i < QUOTE_PAIRS.length; i += 2) if (QUOTE_PAIRS[i] === mark) return i;
  return -1;
}

/**
 * Whether the UTF-16 unit belongs to a Latin word or a number: full-width forms and combining accents included.
 * Only between two such units does a word boundary matter: a Chinese neighbour is always a boundary.
 */
export function isLatinOrDigit(unit: number): boolean {
  if (unit > 0xff00) {
    const half = unit - FULL_WIDTH;
    return half < 0x7f && isLatinOrDigit(half);
  }
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x300 && unit <= 0x36f) ||
    (unit >= 0x1e00 && unit <= 0x1eff)
  );
}

/** Whether the UTF-16 unit is a digit, full-width ones included. */
function isDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Whether the UTF-16 unit is of a Chinese character; both units of those outside the BMP are. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xdfff) ||
    (unit >= 0x3005 && unit <= 0x3007)
  );
}

/** A unit that counts for matching, and its offset. `unit` is a space between Latin words. */
export interface Letter {
  unit: string;
  at: number;
}

/**
 * Whether white space between two units separates words: both belong to a Latin word or number, and it is not a line feed of
 * the source inside a number.
 */
export function isParted(before: number, after: number, gap: { hasLineFeed: boolean; hasBreak: boolean }): boolean {
  if (!isLatinOrDigit(before) || !isLatinOrDigit(after)) return false;
  return !(gap.hasLineFeed && !gap.hasBreak && isDigit(before) && isDigit(after));
}

/**
 * The units of `text` that count for matching: without invisible characters and quotation marks, and with one space between
 * Latin words or numbers.
 */
export function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let gap = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (IGNORABLE.includes(unit) || QUOTE_PAIRS.includes(unit)) continue;
    if (SPACE.includes(unit) || unit === LINE_BREAK) {
      gap += unit;
      continue;
    }
    const last = letters.at(-1)?.unit ?? '';
    const seen = { hasLineFeed: gap.includes('\n'), hasBreak: gap.includes(LINE_BREAK) };
    if (gap !== '' && isParted(last.charCodeAt(0), unit.charCodeAt(0), seen)) {
      letters.push({ unit: ' ', at: at - 1 });
    }
    letters.push({ unit, at });
    gap = '';
  }
  return letters;
}
