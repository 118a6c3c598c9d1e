/** Owns recognising a byline: who signed, and when, on one line or two. */
import { isDate } from '../pack/iso-date';
import type { Line } from './lines';

export interface Byline {
  signer: string;
  /** ISO date. */
  date: string;
  /** As received, white space as one space. */
  text: string;
  /** Indexes into the lines, half-open. */
  start: number;
  end: number;
}

/** A bulletin as it stands in the file. */
export interface Found {
  /** Null where the text came without one. */
  title: string | null;
  byline: Byline;
  /** Where the byline stands: under the text, or between title and text. */
  bylineAt: 'end' | 'start';
  body: Line[];
  /** Numbers of its first and last line in the file. */
  lines: [first: number, last: number];
}

/** A date that may stand in a byline: 2021-06-01, 2021/6/1, 2021.6.1, 2021年6月1日. */
const DATE = /(\d{4})\s*(?:[-/.年])\s*(\d{1,2})\s*(?:[-/.月])\s*(\d{1,2})(?:\s*日)?/u;
/** Behind a space or a bracket, or alone: in a sentence a date stands like that nowhere but by chance. */
const UNREAD_DATE =
  /(?:^|[\s[【(（〔])(?:[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|[０-９]{4}[-/.年－．／][０-９]{1,2}[-/.月－．／][０-９]{1,2}日?)\s*[\]】)）〕]?$/u;
const AFTER_DATE = /^(?:\s+\d{1,2}[:：]\d{2}(?::\d{2})?)?\s*[\])】）〕]?$/u;
const LABELS = /(?:来源|稿源|作者|供稿|发布单位|发布机构|信息来源|单位)\s*[:：]\s*/gu;
const DATE_LABEL = /(?:发布时间|发布日期|日期|时间)\s*[:：]\s*$/u;
/** Longer, and it is a sentence that ends with a date. */
const MAX_SIGNER = 40;

/** The byline whose date stands on line `index`, or null if that line is none. */
export function bylineAt(lines: readonly Line[], index: number): Byline | null {
  const { text = '' } = lines[index] ?? {};
  const found = DATE.exec(text);
  if (!found) return null;
  const date = isoDate(found);
  const before = text.slice(0, found.index).replace(/[[(【（〔]\s*$/u, '');
  const after = text.slice(found.index + found[0].length);
  if (date === null || !AFTER_DATE.test(after)) return null;
  const signer = signerOf(before);
  if (signer !== '') return isName(signer) ? { signer, date, text: spaced(text), start: index, end: index + 1 } : null;
  const above = lines.findLastIndex((line, i) => i < index && line.text !== '');
  const name = signerOf(lines[above]?.text ?? '');
  if (above < 0 || !isName(name)) return null;
  return { signer: name, date, text: spaced(`${lines[above]?.text} ${text}`), start: above, end: index + 1 };
}

/** A date in brackets at the end of a line that is in no calendar, or null. */
export function wrongDateOf(line: string): string | null {
  const [, written = ''] = /[[【(（〔]\s*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s*[\]】)）〕]$/u.exec(line) ?? [];
  const found = DATE.exec(written);
  return found && isoDate(found) === null ? written : null;
}

/** Whether a line ends as a byline does, with a date that is not read: 二〇二二年三月九日, ２０２２-０３-０９. */
export function endsWithUnreadDate(line: string): boolean {
  return UNREAD_DATE.test(line);
}

/** Whether line `index` is nothing but a date: a byline, if somebody had signed. */
export function isBareDate(lines: readonly Line[], index: number): boolean {
  const { text = '' } = lines[index] ?? {};
  const found = DATE.exec(text);
  return (
    found !== null &&
    /^[[(【（〔]?\s*$/u.test(text.slice(0, found.index)) &&
    AFTER_DATE.test(text.slice(found.index + found[0].length))
  );
}

function signerOf(text: string): string {
  return text.replace(DATE_LABEL, '').replace(LABELS, '').trim();
}

/** A name has no stop in it, and no clause. */
function isName(text: string): boolean {
  return text !== '' && text.length <= MAX_SIGNER && !/[。！？；，,;!?]/u.test(text) && /\p{L}/u.test(text);
}

function isoDate([, year = '', month = '', day = '']: RegExpExecArray): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}
