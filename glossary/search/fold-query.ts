/** Owns what search treats alike: width, case, tone marks, Traditional, and everything that is neither letter nor digit. */

/** Letters that count, and where each stands in the text they come from (UTF-16 units). */
export interface Folded {
  letters: string;
  at: readonly number[];
}

/** `+` is part of a name here (“3+1”). */
const COUNTS = /[\p{L}\p{N}+]/u;

/** @param variants pairs of a letter as readers may type it and the folded letter (`Pack.variants`). */
export function createFold(variants: string): (text: string) => Folded {
  const folded = new Map<string, string>();
  for (let i = 0; i + 1 < variants.length; i += 2) folded.set(variants.charAt(i), variants.charAt(i + 1));
  return (text) => {
    let letters = '';
    const at: number[] = [];
    for (let i = 0; i < text.length; i++) {
      const letter = plainLetter(text.charAt(i));
      if (!letter || !COUNTS.test(letter)) continue;
      letters += folded.get(letter) ?? letter;
      at.push(i);
    }
    return { letters, at };
  };
}

/** One unit without width, case and diacritics; ü is v, as on keyboards. Empty for a combining mark. */
function plainLetter(unit: string): string {
  const lower = unit.normalize('NFKC').toLowerCase();
  const [base = '', ...marks] = lower.normalize('NFD').replace(/\p{M}/gu, (mark) => (mark === '\u0308' ? mark : ''));
  if (base === 'u' && marks.includes('\u0308')) return 'v';
  return base;
}
