/** Reads a query that is a date, in any writing: 2021-06-11, 2021年6月11日, 六月十一日, June 11, 民國110年6月11日. */
import { withEveryDigit } from '../numerals';

/** At least a year or a month; null for parts that the query leaves open. A day comes with its month. */
export interface QueryDate {
  year: number | null;
  month: number | null;
  day: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const FIRST_YEAR = 1000;
const LAST_YEAR = 2999;
/** The year before the first of the Republic, as Taiwan counts. */
const REPUBLIC = 1911;

const YEAR = '(?<year>\\d{4})';
const PATTERNS = [
  `${YEAR}[-/.](?<month>\\d{1,2})(?:[-/.](?<day>\\d{1,2}))?`,
  '(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})',
  '(?:(?:民国|民國)(?<republic>\\d{1,3})年|(?<year>\\d{4})年)(?:(?<month>\\d{1,2})月(?:份|(?<day>\\d{1,2})[日号號]?)?)?',
  '(?<month>\\d{1,2})月(?:份|(?<day>\\d{1,2})[日号號]?)?',
  '(?<month>\\d{1,2})[-/.](?<day>\\d{1,2})',
  `${MONTH}(?: (?<day>\\d{1,2})(?:st|nd|rd|th)?)?(?:,? ${YEAR})?`,
  `(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? ${YEAR})?`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** Null if the query is no date, or none of the calendar. */
export function readQueryDate(query: string): QueryDate | null {
  const plain = withEveryDigit(query.normalize('NFKC').toLowerCase().trim().replace(/[〇○]/g, '零')).replace(
    /\s+/g,
    ' ',
  );
  // Between numerals and Chinese signs a space says nothing.
  const text = plain.replace(/ ?([年月日号號]) ?/g, '$1');
  for (const pattern of PATTERNS) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return dateOf(groups);
  }
  return null;
}

function dateOf({ year, republic, month, name, day }: Record<string, string | undefined>): QueryDate | null {
  const date: QueryDate = {
    year: republic ? Number(republic) + REPUBLIC : year ? Number(year) : null,
    month: name ? MONTHS.indexOf(name) + 1 : month ? Number(month) : null,
    day: day ? Number(day) : null,
  };
  return isReal(date) ? date : null;
}

function isReal({ year, month, day }: QueryDate): boolean {
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) return false;
  if (month === null) return true;
  if (month < 1 || month > 12) return false;
  if (day === null) return true;
  // A leap year where the query leaves the year open.
  const last = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  return day >= 1 && day <= last;
}

/** How the sources write the date, the fullest first: with its year where the query has one. */
export function writingsOf({ year, month, day }: QueryDate): string[] {
  const short = `${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`;
  return year === null ? [short] : [`${year}年${short}`];
}
