/** Tests the text directly beside a span for letters, words and quotation marks. Skips the characters that a match skips. */
import { closesQuote, IGNORABLE, isLatinOrDigit, LINE_BREAK, opensQuote, QUOTE_PAIRS, SPACE } from '../pack/characters';
import { CLASS } from './letter-classes';
import type { Tables } from './tables';

/** A half-open range `[start, end)` of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** Whether the span ends at word boundaries: no Latin letter or digit at its edges continues outside. */
export function hasBoundaries(text: string, { start, end }: Span): boolean {
  return !isJoined(text, start, -1) && !isJoined(text, end - 1, 1);
}

function isJoined(text: string, edge: number, step: 1 | -1): boolean {
  if (!isLatinOrDigit(text.charCodeAt(edge))) return false;
  const beside = skip(text, edge + step, step, IGNORABLE);
  return isLatinOrDigit(text.charCodeAt(beside)); // Past an end this is NaN, which is no letter.
}

/** Whether the span is directly between quotation marks, ignoring spaces inside them. */
export function isQuoted(text: string, { start, end }: Span): boolean {
  const before = text.charAt(skip(text, start - 1, -1, BLANK));
  const after = text.charAt(skip(text, end, 1, BLANK));
  return opensQuote(before) && closesQuote(after);
}

/** Words that introduce the name of a thing, in both scripts: a shop, a ship or a novel may bear any name. */
const NAMES =
  /(?:名[为為叫]|[取起改更网網书書店]名|命名[为為]|昵称|暱稱|[绰綽外][号號]|商标|商標|小说|小說|歌曲|[电電]影|[一两兩几幾][家款艘])$/;

/**
 * Whether the quotation that holds the span is the name of a thing, so that its marks do not tell a term: 名为“初心使命”的酒吧.
 * Only for a span between quotation marks.
 */
export function isName(text: string, { start }: Span): boolean {
  const mark = skip(text, start - 1, -1, BLANK);
  const end = skip(text, mark - 1, -1, BLANK) + 1;
  return NAMES.test(text.slice(Math.max(0, end - 3), end));
}

/** Marks that part the items of a list in one line. */
const BETWEEN_ITEMS = '|｜丨︱∣·•／/›>»→\t';

/** Round brackets, each that opens followed by the one that closes. */
const BRACKETS = ['()', '（）'];

/**
 * Whether the span is all of its line, an item of it, or all that stands in round brackets: nothing but line breaks,
 * spaces and marks between items beside it.
 */
export function isSetApart(text: string, { start, end }: Span): boolean {
  const before = text.charAt(skip(text, start - 1, -1, BLANK));
  const after = text.charAt(skip(text, end, 1, BLANK));
  if (BRACKETS.includes(before + after)) return true;
  return [before, after].every((unit) => unit === '' || unit === LINE_BREAK || BETWEEN_ITEMS.includes(unit));
}

/** Whether folded `word` follows the position `at`. Quotation marks between do not count: “3+1”学制 is 3+1学制. */
export function startsAt(tables: Tables, text: string, at: number, word: string): boolean {
  return reads(tables, text, word, { from: at, step: 1, inOneWord: false });
}

/**
 * Whether folded `word` precedes the position `at`. Quotation marks between do not count, but for a word of one letter, which
 * belongs to the sentence around the quotation: 主题是“科技强国” does not say who is one.
 */
export function endsAt(tables: Tables, text: string, at: number, word: string): boolean {
  return reads(tables, text, word, { from: at - 1, step: -1, inOneWord: word.length === 1 });
}

/** Whether folded `rest` follows the position `at` in the same word: without a quotation mark between. */
export function restFollowsAt(tables: Tables, text: string, at: number, rest: string): boolean {
  return reads(tables, text, rest, { from: at, step: 1, inOneWord: true });
}

/** Whether folded `rest` precedes the position `at` in the same word: without a quotation mark between. */
export function restPrecedesAt(tables: Tables, text: string, at: number, rest: string): boolean {
  return reads(tables, text, rest, { from: at - 1, step: -1, inOneWord: true });
}

const BLANK = IGNORABLE + SPACE;
const QUOTE = new RegExp(`[${QUOTE_PAIRS}]`);

/** A position and a direction to read in. */
interface Cursor {
  from: number;
  step: 1 | -1;
  /** Whether quotation marks end the reading. */
  inOneWord: boolean;
}

function reads({ classOf }: Tables, text: string, word: string, { from, step, inOneWord }: Cursor): boolean {
  let at = from;
  const first = step > 0 ? 0 : word.length - 1;
  for (let k = first; k >= 0 && k < word.length; k += step) {
    if (word[k] === ' ') continue;
    while (isBlank(classOf[text.charCodeAt(at)], inOneWord)) at += step; // Past an end there is no class.
    if (at < 0 || at >= text.length || classOf[text.charCodeAt(at)] !== classOf[word.charCodeAt(k)]) return false;
    at += step;
  }
  return true;
}

function isBlank(cls: number | undefined, inOneWord: boolean): boolean {
  return cls === CLASS.ignorable || cls === CLASS.space || (cls === CLASS.quote && !inOneWord);
}

/** The first position from `at` on, in direction `step`, without a character of `skipped`; may be past an end of the text. */
function skip(text: string, at: number, step: 1 | -1, skipped: string): number {
  let i = at;
  while (i >= 0 && i < text.length && skipped.includes(text.charAt(i))) i += step;
  return i;
}

/**
 * Widens the span by the other mark of a quotation that opens or closes inside it, so that marks come in pairs:
 * “3+1”试点 for 3+1”试点.
 */
export function withQuotes(text: string, { start, end }: Span): Span {
  if (!QUOTE.test(text.slice(start, end))) return { start, end };
  let open = 0;
  let unopened = 0;
  let straight = 0;
  for (let i = start; i < end; i++) {
    const mark = text.charAt(i);
    if (!QUOTE_PAIRS.includes(mark)) continue;
    const closes = closesQuote(mark);
    if (opensQuote(mark) && closes) straight++;
    else if (!closes) open++;
    else if (open > 0) open--;
    else unopened++;
  }
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  // A straight mark has no direction: an odd one pairs with whichever neighbour is straight too.
  const isHalf = straight % 2 === 1;
  const opensLeft = unopened > 0 ? opensQuote(before) : isHalf && isStraight(before);
  const closesRight = open > 0 ? closesQuote(after) : isHalf && !opensLeft && isStraight(after);
  return { start: opensLeft ? start - 1 : start, end: closesRight ? end + 1 : end };
}

function isStraight(mark: string): boolean {
  return opensQuote(mark) && closesQuote(mark);
}
