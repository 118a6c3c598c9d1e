/**
 * Owns matching what is typed against how a form is read: letters, syllables and their initials in any mixture
 * (科协十大 by 科xsd, kexieshida, kxsd, kexiesd).
 */
import type { FormIndex } from './form-index';

/** What of a query of up to 64 letters has been read after each letter of a form. Used again by every call. */
const reached = new Uint8Array(65);
const next = new Uint8Array(65);

/**
 * How many letters of a form, from `start` on, the whole of `query` reads, or 0 if it does not.
 * Each letter takes its own sign, its syllable or its initial; the last one may be cut short. The fewest letters that
 * do are what counts.
 * Cost: the letters that can follow, times the query's length; one comparison where the first does not fit.
 * @param query at most 64 letters.
 */
export function readFrom(index: FormIndex, start: number, query: string): number {
  reached.fill(0, 0, query.length + 1);
  reached[0] = 1;
  for (let place = start; !index.isEnd(place); place++) {
    const hasMore = readLetter(query, index.letters.charAt(place), index.syllableAt(place));
    if (next[query.length]) return place - start + 1;
    if (!hasMore) return 0;
    reached.set(next.subarray(0, query.length + 1));
  }
  return 0;
}

/** One letter of the form further: from `reached` to `next`. @returns whether anything was reached. */
function readLetter(query: string, letter: string, syllable: string): boolean {
  next.fill(0, 0, query.length + 1);
  let hasMore = false;
  const take = (to: number) => {
    next[to] = 1;
    hasMore = true;
  };
  for (let at = 0; at < query.length; at++) {
    if (!reached[at]) continue;
    const typed = query[at];
    if (typed === letter) take(at + 1);
    if (!syllable || typed !== syllable[0]) continue;
    take(at + 1);
    if (/^[zcs]h/.test(syllable) && query[at + 1] === 'h') take(at + 2);
    if (query.startsWith(syllable, at)) take(at + syllable.length);
    else if (query.length - at < syllable.length && syllable.startsWith(query.slice(at))) take(query.length);
  }
  return hasMore;
}
