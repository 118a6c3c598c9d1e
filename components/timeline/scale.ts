/** Owns the stretch of time that is seen: which days, and where each stands. */
import { type DaySpan, isoDay, spanOf } from '../../glossary/book/dates';

/** Days since 1970-01-01, fractions included. */
export interface Stretch {
  start: number;
  end: number;
}

/** A line across with its date. */
export interface Tick {
  day: number;
  label: string;
}

/** A stretch is never shorter than this. */
const MIN_DAYS = 20;
/** Of time left empty on both sides of what is seen, as a share. */
const MARGIN = 0.03;

/** All of `spans` with some room. */
export function stretchOf(spans: readonly DaySpan[]): Stretch {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const margin = (end - start) * MARGIN;
  return { start: start - margin, end: end + margin };
}

/** Where a day stands, in px from the left edge of a picture `width` px wide. */
export function placeOf(day: number, { start, end }: Stretch, width: number): number {
  return ((day - start) / (end - start)) * width;
}

/** `factor` times as near (less days), the day at `share` of the width staying where it is; within `whole`. */
export function zoomTime(seen: Stretch, factor: number, share: number, whole: Stretch): Stretch {
  const days = Math.max(MIN_DAYS, (seen.end - seen.start) / factor);
  const held = seen.start + (seen.end - seen.start) * share;
  return within({ start: held - days * share, end: held + days * (1 - share) }, whole);
}

/** Later by `share` of what is seen (earlier where negative). */
export function moveTime(seen: Stretch, share: number, whole: Stretch): Stretch {
  const days = (seen.end - seen.start) * share;
  return within({ start: seen.start + days, end: seen.end + days }, whole);
}

/** Moved as little as brings the day well into sight. */
export function revealDay(seen: Stretch, day: number, whole: Stretch): Stretch {
  const edge = (seen.end - seen.start) * 0.08;
  if (day < seen.start + edge) return moveTime(seen, (day - edge - seen.start) / (seen.end - seen.start), whole);
  if (day > seen.end - edge) return moveTime(seen, (day + edge - seen.end) / (seen.end - seen.start), whole);
  return seen;
}

function within({ start, end }: Stretch, whole: Stretch): Stretch {
  const days = Math.min(end - start, whole.end - whole.start);
  const first = Math.min(Math.max(start, whole.start), whole.end - days);
  return { start: first, end: first + days };
}

/** The least distance of two ticks, in px. */
const TICK_PX = 62;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50];
const MONTH_STEPS = [1, 3, 6];
const DAY_STEPS = [1, 2, 5, 10];
const DAYS_A_MONTH = 30.4;

/** Round dates, as close together as can be read. */
export function ticksOf(seen: Stretch, width: number): Tick[] {
  const dayPx = width / (seen.end - seen.start);
  const isWideEnough = (days: number) => days * dayPx >= TICK_PX;
  const day = DAY_STEPS.find(isWideEnough);
  if (day !== undefined) return dayTicks(seen, day);
  const month = MONTH_STEPS.find((months) => isWideEnough(months * DAYS_A_MONTH));
  if (month !== undefined) return monthTicks(seen, month);
  return yearTicks(seen, YEAR_STEPS.find((years) => isWideEnough(years * 365)) ?? 100);
}

function yearTicks(seen: Stretch, step: number): Tick[] {
  const ticks: Tick[] = [];
  const first = Math.ceil(Number(isoDay(Math.floor(seen.start)).slice(0, 4)) / step) * step;
  for (let year = first; ; year += step) {
    const { start } = spanOf(String(year), null);
    if (start > seen.end) return ticks;
    if (start >= seen.start) ticks.push({ day: start, label: String(year) });
  }
}

function monthTicks(seen: Stretch, step: number): Tick[] {
  return monthsOf(seen)
    .filter((month) => (Number(month.slice(5)) - 1) % step === 0)
    .map((month) => ({ day: spanOf(month, null).start, label: month.endsWith('-01') ? month.slice(0, 4) : month }))
    .filter(({ day }) => day >= seen.start);
}

/** Days 1, 1 + step, … of each month; none so near the next first that the two would meet. */
function dayTicks(seen: Stretch, step: number): Tick[] {
  return monthsOf(seen).flatMap((month) => {
    const { start, end } = spanOf(month, null);
    const ticks: Tick[] = [];
    for (let day = start; day < end; day += step) {
      if (day < seen.start || day > seen.end || (day !== start && end - day < step)) continue;
      ticks.push({ day, label: day === start ? month : isoDay(day).slice(5) });
    }
    return ticks;
  });
}

/** `YYYY-MM` of each month that is seen. */
function monthsOf(seen: Stretch): string[] {
  const months: string[] = [];
  let month = isoDay(Math.floor(seen.start)).slice(0, 7);
  for (;;) {
    const { start, end } = spanOf(month, null);
    if (start > seen.end) return months;
    months.push(month);
    month = isoDay(end).slice(0, 7);
  }
}
