/** Finds entries and bulletins by the date of a query. */
import { spanOf } from '../book/dates';
import type { Entry } from '../library/library';
import type { Bulletin, Moment } from '../pack/pack';
import type { QueryDate } from './query-date';

/** An entry that something happened to on the date. */
export interface DatedEntry {
  entry: Entry;
  moment: Moment;
}

/**
 * Entries that something happened to on the date: first meetings and events that were then, then others of exactly that
 * date, then those with a span around it; each in the order of the pack.
 */
export function entriesOn(entries: readonly Entry[], date: QueryDate): DatedEntry[] {
  const dated = entries.flatMap((entry) => {
    const ranked = entry.when
      .map((moment) => ({ entry, moment, rank: rankOf(moment, date, isOccasion(entry)) }))
      .filter(({ rank }) => rank < NOT_THEN)
      .sort((a, b) => a.rank - b.rank);
    return ranked[0] ? [ranked[0]] : [];
  });
  return dated.sort((a, b) => a.rank - b.rank).map(({ entry, moment }) => ({ entry, moment }));
}

function isOccasion({ category }: Entry): boolean {
  return category === 'meeting' || category === 'event';
}

/** Whether a bulletin is of the date. */
export function isOn({ date }: Pick<Bulletin, 'date'>, wanted: QueryDate): boolean {
  return agrees(date, wanted);
}

const OCCASION = 0;
const EXACT = 1;
const BEGINS = 2;
const WITHIN = 3;
const NOT_THEN = 4;

function rankOf({ from, to }: Moment, wanted: QueryDate, isOccasion: boolean): number {
  const isFrom = agrees(from, wanted);
  if (!isFrom && (to === null || !(agrees(to, wanted) || contains(from, to, wanted)))) return NOT_THEN;
  if (isOccasion) return OCCASION;
  if (!isFrom) return WITHIN;
  return to === null || agrees(to, wanted) ? EXACT : BEGINS;
}

/** Whether a date of the same or a higher precision is in the wanted period. */
function agrees(iso: string, { year, month, day }: QueryDate): boolean {
  const [y, m, d] = iso.split('-').map(Number);
  return (year === null || y === year) && (month === null || m === month) && (day === null || d === day);
}

/** Whether a span around the date is as exact as that: the years of a plan say nothing of a day in them. */
function contains(from: string, to: string, { year, month, day }: QueryDate): boolean {
  const precision = from.split('-').length;
  if (precision < (day !== null ? 3 : month !== null ? 2 : 1)) return false;
  const years = year === null ? [Number(from.slice(0, 4)), Number(to.slice(0, 4))] : [year];
  const span = spanOf(from, to);
  return years.some((y) => {
    const parts = [month, day].filter((part) => part !== null).map((part) => String(part).padStart(2, '0'));
    const wanted = spanOf([String(y).padStart(4, '0'), ...parts].join('-'), null);
    return span.start <= wanted.start && wanted.end <= span.end;
  });
}
