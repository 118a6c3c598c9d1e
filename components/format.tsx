/** Formats dates and numbers in the language of the interface. Copied texts keep ISO dates. */
import { visibleText } from '../glossary/visible-text';
import { type Translate, useTranslate } from './i18n';

/** By the length of the ISO date: a year, a month, a day. In UTC, so that no time zone moves the day. */
const STYLES: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric', timeZone: 'UTC' },
  7: { year: 'numeric', month: 'long', timeZone: 'UTC' },
  10: { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' },
};

/** @param iso a year, a month or a day; any other text is returned with its invisible characters shown. */
export function formatDate(t: Translate, iso: string): string {
  const date = parseDate(iso);
  return date === null ? visibleText(iso) : dateFormat(t, iso).format(date);
}

/** Says once what both dates share. @param to ISO, inclusive, as exact as `from`; null for a single date. */
export function formatDateRange(t: Translate, from: string, to: string | null): string {
  if (to === null) return formatDate(t, from);
  const [start, end] = [parseDate(from), parseDate(to)];
  const isSameStyle = start !== null && end !== null && from.length === to.length;
  // For Chinese, browsers would write 2021/5/28 – 2021/5/30, unlike every other date here.
  if (isSameStyle && !t('date_language').startsWith('zh')) return dateFormat(t, from).formatRange(start, end);
  const first = formatDate(t, from);
  const last = formatDate(t, to);
  const shared = isSameStyle ? ['月', '年'].map((unit) => first.slice(0, first.indexOf(unit) + 1)) : [];
  const prefix = shared.find((part) => part !== '' && last.startsWith(part) && last.length > part.length) ?? '';
  return `${first}—${last.slice(prefix.length)}`;
}

/** With the separators of the language: 1,106. */
export function formatNumber(t: Translate, count: number): string {
  const language = languageOf(t);
  const format = numberFormats.get(language) ?? new Intl.NumberFormat(language);
  numberFormats.set(language, format);
  return format.format(count);
}

/** Names of languages by their tags, in the reader's language; a tag that the browser has no name for stays. */
export function formatLanguages(t: Translate, tags: readonly string[]): string {
  const names = tags.map((tag) => formatLanguage(t, tag));
  return new Intl.ListFormat(languageOf(t), { type: 'conjunction' }).format(names);
}

/** The name of a language, likewise. */
export function formatLanguage(t: Translate, tag: string): string {
  try {
    return new Intl.DisplayNames(languageOf(t), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return visibleText(tag);
  }
}

/** @param date ISO: a year, a month or a day. */
export function DateText({ date }: { date: string }) {
  return <time dateTime={date}>{formatDate(useTranslate(), date)}</time>;
}

// Kept, because making a format takes longer than formatting all dates of the timeline.
const numberFormats = new Map<string | undefined, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(t: Translate, { length }: string): Intl.DateTimeFormat {
  const language = languageOf(t);
  const key = `${language} ${length}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(language, STYLES[length]);
  dateFormats.set(key, format);
  return format;
}

/** The messages name their own language. Without messages, as in a card that outlives its extension: the browser's. */
function languageOf(t: Translate): string | undefined {
  return t('date_language') || undefined;
}

/** Null for text that is no ISO date, or names a day its month does not have. */
function parseDate(iso: string): Date | null {
  if (!/^\d{4}(-\d\d){0,2}$/.test(iso)) return null;
  const date = new Date(iso);
  return Number.isFinite(date.getTime()) && date.toISOString().startsWith(iso) ? date : null;
}
