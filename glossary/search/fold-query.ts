/** Owns what search treats alike: width, case, tone marks, Traditional, and everything that is neither letter nor digit. */

/** Letters that count, and where each stands in the text they come from (UTF-16 units). */
export interface Folded {
  letters: string;
  at: readonly number[];
}

export interface Fold {
  /** The letters alone: for what is indexed by the thousand. */
  letters(text: string): string;
  withPlaces(text: string): Folded;
}

/** `+` is part of a name here (“3+1”). */
const COUNTS = /[\p{L}\p{N}+]/u;

/** @param variants pairs of a letter as readers may type it and the folded letter (`Pack.variants`). */
export function createFold(variants: string): Fold {
  const folded = new Map<string, string>();
  for (let i = 0; i + 1 < variants.length; i += 2) folded.set(variants.charAt(i), variants.charAt(i + 1));
  // Worked out once a unit: a large pack has millions of letters, and few different ones.
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

/** One unit without width, case and diacritics; ü is v, as on keyboards. Empty for a combining mark. */
function plainLetter(unit: string): string {
  const lower = unit.normalize('NFKC').toLowerCase();
  const [base = '', ...marks] = lower.normalize('NFD').replace(/\p{M}/gu, (mark) => (mark === '\u0308' ? mark : ''));
  if (base === 'u' && marks.includes('\u0308')) return 'v';
  return base;
}
