/**
 * Matches a typed query against the reading of a form. Letters, syllables and initials mix freely: 科协十大 is found by
 * 科xsd, kexieshida, kxsd and kexiesd.
 */
import type { FormIndex } from './form-index';

/** Set of positions in the query (at most 64 letters) reachable after a letter of the form. Reused by every call. */
const reached = new Uint8Array(65);
const next = new Uint8Array(65);

/**
 * The smallest number of letters of a form, from place `start`, whose reading is the whole `query`; 0 if there is none.
 * Each letter is typed as itself, as its syllable or as its initial; the last syllable may be incomplete.
 * Cost: the letters read times the query's length; one comparison if the first letter differs.
 * @param query folded, at most 64 letters.
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

/** Advances by one letter of the form, from `reached` to `next`. @returns whether any position is reachable. */
function readLetter(query: string, letter: string, syllable: string): boolean {
  next.fill(0, 0, query.length + 1);
  let hasMore = false;
  const reach = (to: number) => {
    next[to] = 1;
    hasMore = true;
  };
  for (let at = 0; at < query.length; at++) {
    if (!reached[at]) continue;
    const typed = query[at];
    if (typed === letter) reach(at + 1);
    if (!syllable || typed !== syllable[0]) continue;
    reach(at + 1);
    if (/^[zcs]h/.test(syllable) && query[at + 1] === 'h') reach(at + 2);
    if (query.startsWith(syllable, at)) reach(at + syllable.length);
    else if (query.length - at < syllable.length && syllable.startsWith(query.slice(at))) reach(query.length);
  }
  return hasMore;
}
