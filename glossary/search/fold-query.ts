/**
 * Normalises text for search: ignores width, case, tone marks, Traditional or Simplified script, and every character that
 * is neither letter nor digit.
 */

/** Normalised text with a map back to its source. */
export interface Folded {
  letters: string;
  /** By index in `letters`: the offset of its source, in UTF-16 units. Ascending. */
  at: readonly number[];
}

/** Normalises texts of one pack. Both methods are linear in the text. */
export interface Fold {
  /** The normalised letters without their offsets: cheaper, for indexing. */
  letters(text: string): string;
  withPlaces(text: string): Folded;
}

/** Of a query, the letters that are used. */
export const MAX_QUERY = 64;

/** Whether a query has more letters than are used. */
export function isCut(query: string): boolean {
  return (query.match(EACH_COUNTED) ?? []).length > MAX_QUERY;
}

/** `+` is part of a name here (“3+1”). */
const COUNTS = /[\p{L}\p{N}+]/u;
const EACH_COUNTED = new RegExp(COUNTS, 'gu');

/** @param variants pairs of a typed letter and its folded letter, concatenated (`Pack.variants`). */
export function createFold(variants: string): Fold {
  const folded = new Map<string, string>();
  for (let i = 0; i + 1 < variants.length; i += 2) folded.set(variants.charAt(i), variants.charAt(i + 1));
  // Cached by unit: a large pack has millions of letters, but few distinct ones.
  const known = new Map<number, string>();
  const letterOf = (unit: number): string => {
    let letter = known.get(unit);
    if (letter === undefined) {
      const plain = plainLetter(String.fromCharCode(unit));
      letter = plain && COUNTS.test(plain) ? (folded.get(plain) ?? plain) : '';
      known.set(unit, letter);
    }
    return letter;
  };
  return {
    letters(text) {
      let letters = '';
      for (let i = 0; i < text.length; i++) letters += letterOf(text.charCodeAt(i));
      return letters;
    },
    withPlaces(text) {
      let letters = '';
      const at: number[] = [];
      for (let i = 0; i < text.length; i++) {
        const letter = letterOf(text.charCodeAt(i));
        if (!letter) continue;
        letters += letter;
        at.push(i);
      }
      return { letters, at };
    },
  };
}

/** A unit without width, case and diacritics; ü becomes v, as typed on keyboards. Empty for a combining mark. */
function plainLetter(unit: string): string {
  const lower = unit.normalize('NFKC').toLowerCase();
  const [base = '', ...marks] = lower.normalize('NFD').replace(/\p{M}/gu, (mark) => (mark === '\u0308' ? mark : ''));
  if (base === 'u' && marks.includes('\u0308')) return 'v';
  return base;
}

/** The folded words of a query, at most eight. */
export function wordsOf(query: string, fold: Fold): string[] {
  return query
    .split(/\s+/)
    .map((word) => fold.letters(word).slice(0, MAX_QUERY))
    .filter((word) => word !== '')
    .slice(0, 8);
}
