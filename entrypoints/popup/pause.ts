/** The end of a pause. */

const HOUR_MS = 3_600_000;
/** Hour of the local time at which tomorrow begins. */
const MORNING_HOUR = 6;

/** The end of a pause that begins now, in ms since the epoch: in an hour, or the next morning. */
export function pauseEnd(length: 'hour' | 'tomorrow', nowMs: number): number {
  if (length === 'hour') return nowMs + HOUR_MS;
  const end = new Date(nowMs);
  if (end.getHours() >= MORNING_HOUR) end.setDate(end.getDate() + 1);
  end.setHours(MORNING_HOUR, 0, 0, 0);
  return end.getTime();
}

/** The end as text: a time of today, or with its day. @param language for `Intl`. */
export function pauseText(endMs: number, nowMs: number, language: string): string {
  const isToday = new Date(endMs).toDateString() === new Date(nowMs).toDateString();
  const day: Intl.DateTimeFormatOptions = isToday ? {} : { month: 'long', day: 'numeric' };
  return new Intl.DateTimeFormat(language, { ...day, hour: 'numeric', minute: '2-digit' }).format(endMs);
}
