/** Owns how a query matches a form directly: by its letters or by its reading. */
import { type ReadUnit, readFrom } from './reading';

/** Kinds of match, the best first. The order is the order of results. */
export const TIERS = ['exact', 'prefix', 'initials', 'reading', 'inside', 'readingInside', 'fuzzy', 'text'] as const;
export type Tier = (typeof TIERS)[number];

/** Which units of the form matched: half-open. */
export interface FormMatch {
  tier: Tier;
  start: number;
  end: number;
}

/** What is typed may be a reading if it has no more than one letter of ours in a row that is not Latin. */
const LATIN = /[a-z]/;

/** The best direct match, or null. @param query folded, not empty. */
export function matchForm(units: readonly ReadUnit[], query: string): FormMatch | null {
  const letters = units.map((unit) => unit.letter).join('');
  const at = letters.indexOf(query);
  if (at === 0) return { tier: query.length === letters.length ? 'exact' : 'prefix', start: 0, end: query.length };
  if (LATIN.test(query)) {
    const count = readFrom(units, 0, query);
    if (count > 0) {
      const isInitials = count === units.length && query.length === count;
      return { tier: isInitials ? 'initials' : 'reading', start: 0, end: count };
    }
  }
  if (at > 0) return { tier: 'inside', start: at, end: at + query.length };
  return LATIN.test(query) && query.length > 1 ? matchReadingInside(units, query) : null;
}

function matchReadingInside(units: readonly ReadUnit[], query: string): FormMatch | null {
  for (let start = 1; start < units.length; start++) {
    const count = readFrom(units, start, query);
    if (count > 0) return { tier: 'readingInside', start, end: start + count };
  }
  return null;
}
