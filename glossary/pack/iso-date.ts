/** Checks that dates exist in the calendar; Date would read 2021-02-30 as 2 March. */

const FIRST_DAY = '-01-01';
const YEAR_LENGTH = 4;

/** Whether a year, month or day exists: `2021`, `2021-06`, `2021-06-11`. */
export function isDate(date: string): boolean {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(date)) return false;
  const day = date + FIRST_DAY.slice(date.length - YEAR_LENGTH);
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
