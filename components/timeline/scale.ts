/** Computes which stretch of time is visible, and where its days are drawn. */
import { type DaySpan, isoDay, spanOf } from '../../glossary/book/dates';

/** From `start` to `end`, in days since 1970-01-01, with fractions. */
export interface Stretch {
  start: number;
  end: number;
}

/** A labelled line across the picture. */
export interface Tick {
  day: number;
  label: string;
}

/** The shortest stretch. */
const MIN_DAYS = 20;
/** Empty time on both sides of the whole, as a share of it. */
const MARGIN = 0.03;

/** From the first of `spans` to the last, with a margin. At least one span. */
export function stretchOf(spans: readonly DaySpan[]): Stretch {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const margin = (end - start) * MARGIN;
  return { start: start - margin, end: end + margin };
}

/** Position of a day, in px from the left edge of a picture `width` px wide. */
export function placeOf(day: number, { start, end }: Stretch, width: number): number {
  return ((day - start) / (end - start)) * width;
}

/** Shows `factor` times fewer days, within `whole`. The day at `share` of the width stays in place. */
export function zoomTime(visible: Stretch, factor: number, share: number, whole: Stretch): Stretch {
  const days = Math.max(MIN_DAYS, (visible.end - visible.start) / factor);
  const held = visible.start + (visible.end - visible.start) * share;
  return within({ start: held - days * share, end: held + days * (1 - share) }, whole);
}

/** Later by `share` of the visible days (earlier where negative), within `whole`. */
export function moveTime(visible: Stretch, share: number, whole: Stretch): Stretch {
  const days = (visible.end - visible.start) * share;
  return within({ start: visible.start + days, end: visible.end + days }, whole);
}

/** Moves as little as makes the day visible, away from the edges. Returns `visible` itself where it already is. */
export function revealDay(visible: Stretch, day: number, whole: Stretch): Stretch {
  const edge = (visible.end - visible.start) * 0.08;
  if (day < visible.start + edge)
    return moveTime(visible, (day - edge - visible.start) / (visible.end - visible.start), whole);
  if (day > visible.end - edge)
    return moveTime(visible, (day + edge - visible.end) / (visible.end - visible.start), whole);
  return visible;
}

function within({ start, end }: Stretch, whole: Stretch): Stretch {
  const days = Math.min(end - start, whole.end - whole.start);
  const first = Math.min(Math.max(start, whole.start), whole.end - days);
  return { start: first, end: first + days };
}

/** Least distance of two ticks, in px. */
const TICK_PX = 62;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50];
const MONTH_STEPS = [1, 3, 6];
const DAY_STEPS = [1, 2, 5, 10];
const DAYS_A_MONTH = 30.4;

/** Round dates, as close together as their labels allow. */
export function ticksOf(visible: Stretch, width: number): Tick[] {
  const dayPx = width / (visible.end - visible.start);
  const isWideEnough = (days: number) => days * dayPx >= TICK_PX;
  const day = DAY_STEPS.find(isWideEnough);
  if (day !== undefined) return dayTicks(visible, day);
  const month = MONTH_STEPS.find((months) => isWideEnough(months * DAYS_A_MONTH));
  if (month !== undefined) return monthTicks(visible, month);
  return yearTicks(visible, YEAR_STEPS.find((years) => isWideEnough(years * 365)) ?? 100);
}

function yearTicks(visible: Stretch, step: number): Tick[] {
  const ticks: Tick[] = [];
  const first = Math.ceil(Number(isoDay(Math.floor(visible.start)).slice(0, 4)) / step) * step;
  for (let year = first; ; year += step) {
    const { start } = spanOf(String(year), null);
    if (start > visible.end) return ticks;
    if (start >= visible.start) ticks.push({ day: start, label: String(year) });
  }
}

function monthTicks(visible: Stretch, step: number): Tick[] {
  return monthsOf(visible)
    .filter((month) => (Number(month.slice(5)) - 1) % step === 0)
    .map((month) => ({ day: spanOf(month, null).start, label: month.endsWith('-01') ? month.slice(0, 4) : month }))
    .filter(({ day }) => day >= visible.start);
}

/** Days 1, 1 + step, … of each month, except those less than `step` before the next first. */
function dayTicks(visible: Stretch, step: number): Tick[] {
  return monthsOf(visible).flatMap((month) => {
    const { start, end } = spanOf(month, null);
    const ticks: Tick[] = [];
    for (let day = start; day < end; day += step) {
      if (day < visible.start || day > visible.end || (day !== start && end - day < step)) continue;
      ticks.push({ day, label: day === start ? month : isoDay(day).slice(5) });
    }
    return ticks;
  });
}

/** The visible months, as `YYYY-MM`. */
function monthsOf(visible: Stretch): string[] {
  const months: string[] = [];
  let month = isoDay(Math.floor(visible.start)).slice(0, 7);
  for (;;) {
    const { start, end } = spanOf(month, null);
    if (start > visible.end) return months;
    months.push(month);
    month = isoDay(end).slice(0, 7);
  }
}
