/** Finds direct matches: forms whose letters or reading contain the query. */
import type { FormIndex } from './form-index';
import { readFrom } from './reading';
import { type FormMatch, run, type Tier } from './tiers';

/** A query can be a reading if it has a Latin letter. */
const LATIN = /[a-z]/;
/** First letters of syllables; a query that begins with a character is looked up by the character. */
const READ_AS_TYPED = /[a-z0-9+]/;
/** Limit on matches inside a form: a single letter has thousands, more than anybody reads. */
const MAX_INSIDE = 2000;

/** English ranks below Chinese: a name's pinyin can be part of it, and a few letters occur in many glosses. */
const ENGLISH_TIERS: Partial<Record<Tier, Tier>> = { exact: 'reading', prefix: 'inside', inside: 'text' };

/** Calls `offer` with every direct match, sometimes twice with the same form. @param query folded, not empty. */
export function matchForms(index: FormIndex, query: string, offer: (match: FormMatch) => void): void {
  matchLetters(index, query, offer);
  if (LATIN.test(query)) matchReadings(index, query, offer);
}

function matchLetters(index: FormIndex, query: string, offer: (match: FormMatch) => void): void {
  const { letters } = index;
  for (let at = letters.indexOf(`\n${query}`); at >= 0; at = letters.indexOf(`\n${query}`, at + 1)) {
    const tier = index.isEnd(at + 1 + query.length) ? 'exact' : 'prefix';
    offerRun(index, { place: at + 1, count: query.length }, tier, offer);
  }
  let left = MAX_INSIDE;
  for (let at = letters.indexOf(query); at >= 0 && left > 0; at = letters.indexOf(query, at + 1)) {
    if (index.isStart(at)) continue;
    offerRun(index, { place: at, count: query.length }, 'inside', offer);
    left--;
  }
}

function matchReadings(index: FormIndex, query: string, offer: (match: FormMatch) => void): void {
  let left = MAX_INSIDE;
  for (const place of placesOf(index, query.charAt(0))) {
    const isStart = index.isStart(place);
    if (!isStart && (query.length === 1 || left === 0)) continue;
    const count = readFrom(index, place, query);
    if (count === 0) continue;
    if (!isStart) {
      left--;
      offerRun(index, { place, count }, 'readingInside', offer);
      continue;
    }
    const isInitials = count === query.length && index.isEnd(place + count);
    offerRun(index, { place, count }, isInitials ? 'initials' : 'reading', offer);
  }
}

/** The places where a reading that starts with `first` (a Latin letter, a digit or a character) can begin. */
function placesOf(index: FormIndex, first: string): readonly number[] {
  if (READ_AS_TYPED.test(first)) return index.placesOf(first);
  const places: number[] = [];
  for (let at = index.letters.indexOf(first); at >= 0; at = index.letters.indexOf(first, at + 1)) places.push(at);
  return places;
}

function offerRun(
  index: FormIndex,
  { place, count }: { place: number; count: number },
  tier: FormMatch['tier'],
  offer: (match: FormMatch) => void,
): void {
  const number = index.formAt(place);
  const form = index.forms[number];
  if (!form) return;
  const start = place - index.startOf(number);
  const reached = form.kind === 'english' ? ENGLISH_TIERS[tier] : tier;
  offer({ form, tier: reached ?? tier, score: 0, lettersOf: () => run(start, start + count) });
}
