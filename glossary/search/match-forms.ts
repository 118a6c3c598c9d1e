/** Owns direct matches: forms that hold a query, by their letters or by their reading. */
import type { FormIndex } from './form-index';
import { readFrom } from './reading';
import { type FormMatch, run, type Tier } from './tiers';

/** What is typed may be a reading if it has a Latin letter. */
const LATIN = /[a-z]/;
/** What a reading can begin with; a character is looked up as it is. */
const READ_AS_TYPED = /[a-z0-9+]/;
/** Of matches inside a form no more are looked at: nobody reads that far, and a single letter has them by the thousand. */
const MAX_INSIDE = 2000;

/** English comes after what the glossary's own language has: names are spelled as they are read, and a few letters stand in many glosses. */
const ENGLISH_TIERS: Partial<Record<Tier, Tier>> = { exact: 'reading', prefix: 'inside', inside: 'text' };

/** Calls `offer` with every direct match; a form may be offered more than once. @param query folded, not empty. */
export function matchForms(index: FormIndex, query: string, offer: (match: FormMatch) => void): void {
  matchLetters(index, query, offer);
  if (LATIN.test(query)) matchReadings(index, query, offer);
}

function matchLetters(index: FormIndex, query: string, offer: (match: FormMatch) => void): void {
  const { letters } = index;
  for (let at = letters.indexOf(`\n${query}`); at >= 0; at = letters.indexOf(`\n${query}`, at + 1)) {
    offerRun(
      index,
      { place: at + 1, count: query.length },
      index.isEnd(at + 1 + query.length) ? 'exact' : 'prefix',
      offer,
    );
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

/** Where a reading can begin that starts with `first`: a Latin letter, a digit or a character. */
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
