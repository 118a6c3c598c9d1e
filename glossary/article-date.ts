/** Parses dates stated by pages. Page content is hostile: input is bounded and parsed strictly. */

/** Longer than any date with its time and zone. */
const MAX_DATE_UNITS = 40;
const MAX_JSON_UNITS = 200_000;
/** Limit on the values visited in one JSON text. */
const MAX_VALUES = 2_000;
const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;

const DATE = /^(\d{4})([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})日?(?:[T\s].*)?$/;

/** The ISO date (`YYYY-MM-DD`) of a statement such as `2021-06-21T09:30:00+08:00` or `2021年6月21日 9:30`; null if it has none. */
export function parseDate(stated: string): string | null {
  if (stated.length > MAX_DATE_UNITS) return null;
  const [, year, , month, day] = DATE.exec(stated.trim()) ?? [];
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!isReal || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  return date.toISOString().slice(0, 10);
}

/** The first valid `datePublished` in a JSON-LD text, as an ISO date; null if there is none or the text is not JSON. */
export function dateInJsonLd(source: string): string | null {
  if (source.length > MAX_JSON_UNITS) return null;
  try {
    return firstDate(JSON.parse(source));
  } catch {
    return null;
  }
}

/** Breadth-first with a queue: recursion would overflow the stack on deeply nested JSON. */
function firstDate(json: unknown): string | null {
  const open = [json];
  for (let i = 0; i < open.length && i < MAX_VALUES; i++) {
    const value = open[i];
    if (typeof value !== 'object' || value === null) continue;
    const { datePublished } = value as { datePublished?: unknown }; // Any object may be asked for any key.
    const date = typeof datePublished === 'string' ? parseDate(datePublished) : null;
    if (date) return date;
    for (const inner of Object.values(value)) if (open.length < MAX_VALUES) open.push(inner);
  }
  return null;
}

/** Whether a source is earlier or later than the article. Both are ISO dates. */
export function compareToArticle(source: string, article: string): 'earlier' | 'same' | 'later' {
  if (source === article) return 'same';
  return source < article ? 'earlier' : 'later';
}
