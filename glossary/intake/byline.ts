/** Recognises bylines: the signer and the date, on one line or two. */
import { findDate } from '../editor/written-date';
import type { Line } from './lines';

/** A byline with its place. */
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

/** A bulletin in the received file. */
export interface Found {
  /** Null if the text has none. */
  title: string | null;
  byline: Byline;
  /** `end`: under the text. `start`: between title and text. */
  bylineAt: 'end' | 'start';
  body: Line[];
  /** Numbers of its first and last line in the file, 1-based. */
  lines: [first: number, last: number];
}

const AFTER_DATE = /^(?:\s+\d{1,2}[:：]\d{2}(?::\d{2})?)?\s*[\])】）〕]?$/u;
const LABELS = /(?:来源|稿源|作者|供稿|发布单位|发布机构|信息来源|单位)\s*[:：]\s*/gu;
const DATE_LABEL = /(?:发布时间|发布日期|日期|时间)\s*[:：]\s*$/u;
/** In UTF-16 units: longer text before a date is a sentence. */
const MAX_SIGNER = 40;

/** The byline whose date is on line `index` (0-based), with its signer on the same line or above; null if there is none. */
export function bylineAt(lines: readonly Line[], index: number): Byline | null {
  const { text = '' } = lines[index] ?? {};
  const found = findDate(text);
  if (!found) return null;
  const { date } = found;
  const before = text.slice(0, found.start).replace(/[[(【（〔]\s*$/u, '');
  const after = text.slice(found.end);
  if (date === null || !AFTER_DATE.test(after)) return null;
  const signer = signerOf(before);
  if (signer !== '') return isName(signer) ? { signer, date, text: spaced(text), start: index, end: index + 1 } : null;
  const above = lines.findLastIndex((line, i) => i < index && line.text !== '');
  const name = signerOf(lines[above]?.text ?? '');
  if (above < 0 || !isName(name)) return null;
  return { signer: name, date, text: spaced(`${lines[above]?.text} ${text}`), start: above, end: index + 1 };
}

/** An impossible date in brackets at the end of a line, or as all of it, such as `2022-02-30`; null if there is none. */
export function wrongDateOf(line: string): string | null {
  const found = findDate(line);
  if (!found || found.date !== null) return null;
  const isBracketed =
    /[[【(（〔]\s*$/u.test(line.slice(0, found.start)) && /^\s*[\]】)）〕]$/u.test(line.slice(found.end));
  return isBracketed || found.text === line ? found.text : null;
}

/** Whether line `index` (0-based) contains a date only: a byline without a signer. */
export function isBareDate(lines: readonly Line[], index: number): boolean {
  const { text = '' } = lines[index] ?? {};
  const found = findDate(text);
  return (
    found !== null && /^[[(【（〔]?\s*$/u.test(text.slice(0, found.start)) && AFTER_DATE.test(text.slice(found.end))
  );
}

function signerOf(text: string): string {
  return text.replace(DATE_LABEL, '').replace(LABELS, '').trim();
}

/** Names contain letters, and no punctuation of clauses or sentences. */
function isName(text: string): boolean {
  return text !== '' && text.length <= MAX_SIGNER && !/[。！？；，,;!?]/u.test(text) && /\p{L}/u.test(text);
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ');
}
