/** Owns dates as readers see them: in the interface's language, as exact as they are known. Copied texts keep ISO. */
import { visibleText } from '../glossary/visible-text';
import type { Translate } from './i18n';

/** By the length of the ISO date: a year, a month, a day. In UTC, so that no time zone moves the day. */
const STYLES: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric', timeZone: 'UTC' },
  7: { year: 'numeric', month: 'long', timeZone: 'UTC' },
  10: { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' },
};

/** @param iso a year, a month or a day; what is none stays as it is, its hidden characters shown. */
export function shownDate(t: Translate, iso: string): string {
  const date = instantOf(iso);
  return date === null ? visibleText(iso) : formatOf(t, iso).format(date);
}

/** @param to ISO as `from` is, included; null for one date. What both share is said once. */
export function shownSpan(t: Translate, from: string, to: string | null): string {
  if (to === null) return shownDate(t, from);
  const [start, end] = [instantOf(from), instantOf(to)];
  const isAlike = start !== null && end !== null && from.length === to.length;
  // For Chinese, browsers would write 2021/5/28 – 2021/5/30, as nothing else here is written.
  if (isAlike && !t('date_language').startsWith('zh')) return formatOf(t, from).formatRange(start, end);
  const first = shownDate(t, from);
  const last = shownDate(t, to);
  const shared = isAlike ? ['月', '年'].map((unit) => first.slice(0, first.indexOf(unit) + 1)) : [];
  const known = shared.find((part) => part !== '' && last.startsWith(part) && last.length > part.length) ?? '';
  return `${first}—${last.slice(known.length)}`;
}

/** By language and length: to make one takes longer than all the dates of a picture. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The words name their own language: where they come from differs from page to page. */
function formatOf(t: Translate, { length }: string): Intl.DateTimeFormat {
  // Without words, as where a card outlives its extension, the browser's language.
  const language = t('date_language') || undefined;
  const key = `${language} ${length}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, STYLES[length]);
  formats.set(key, format);
  return format;
}

/** Null for what is no ISO date, a day that no month has included. */
function instantOf(iso: string): Date | null {
  if (!/^\d{4}(-\d\d){0,2}$/.test(iso)) return null;
  const date = new Date(iso);
  return Number.isFinite(date.getTime()) && date.toISOString().startsWith(iso) ? date : null;
}
