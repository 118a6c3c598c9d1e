/** Converts dates of any precision (a year, a month or a day) to spans of days. */

/** Half-open, in days since 1970-01-01. */
export interface DaySpan {
  start: number;
  end: number;
}

const DAY_MS = 86_400_000;

/** @param from, to ISO year, month or day. `to` is inclusive; null for a single date. */
export function spanOf(from: string, to: string | null): DaySpan {
  return { start: firstDay(from), end: dayAfter(to ?? from) };
}

/** The first day of a year, a month, or the day itself. */
function firstDay(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return dayOf(year, month, day);
}

function dayAfter(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return dayOf(year + 1, 1, 1);
  if (day === undefined) return dayOf(year, month + 1, 1);
  return dayOf(year, month, day + 1);
}

/** @param month from 1; a month or day that is too large carries over. Not `Date.UTC`, which reads year 78 as 1978. */
function dayOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

/** `YYYY-MM-DD`. @param day days since 1970-01-01. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
