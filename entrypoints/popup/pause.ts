/** Owns how long a pause is. */

const HOUR_MS = 3_600_000;
/** Tomorrow begins then, by the reader's clock. */
const MORNING_HOUR = 6;

/** When a pause that begins now is over: in an hour, or at the next morning after tonight. In ms since the epoch. */
export function pauseEnd(length: 'hour' | 'tomorrow', nowMs: number): number {
  if (length === 'hour') return nowMs + HOUR_MS;
  const end = new Date(nowMs);
  if (end.getHours() >= MORNING_HOUR) end.setDate(end.getDate() + 1);
  end.setHours(MORNING_HOUR, 0, 0, 0);
  return end.getTime();
}

/** The end as a reader sees it: the time today, with the day otherwise. @param language as for `Intl`. */
export function pauseText(endMs: number, nowMs: number, language: string): string {
  const isToday = new Date(endMs).toDateString() === new Date(nowMs).toDateString();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { month: 'long', day: 'numeric' };
  return new Intl.DateTimeFormat(language, { ...day, hour: 'numeric', minute: '2-digit' }).format(endMs);
}
