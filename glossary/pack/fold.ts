/**
 * Owns folding while compiling: which characters of the BMP stand for which folded letter.
 * Build-time only (opencc-js stays out of the bundle): the finder gets the result as `variants`.
 */
import { Converter } from 'opencc-js';
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../find/characters';

/** Single characters only, and only from Traditional to Simplified: the other way is one-to-many. */
const toSimplified = Converter({ from: 't', to: 'cn' });

const ALIKE: Record<string, string> = {
  '+': '+＋﹢➕⁺',
  '-': '-－‐‑‒–—―﹣−',
  '·': '·•‧・･⋅∙●',
  '《': '《〈≪«',
  '》': '》〉≫»',
  '(': '(（﹙',
  ')': ')）﹚',
  ',': ',，﹐',
  ':': ':：﹕',
  ';': ';；',
  '!': '!！',
  '?': '?？',
  '、': '、､﹑',
  '。': '。｡',
};
const alikeOf = new Map(
  Object.entries(ALIKE).flatMap(([folded, units]) => [...units].map((unit) => [unit, folded] as const)),
);

/** The folded letter of one UTF-16 unit, or null where the finder skips it. A space stands for any white space. */
export function foldUnit(unit: string): string | null {
  if (IGNORABLE.includes(unit) || QUOTE_PAIRS.includes(unit)) return null;
  if (SPACE.includes(unit) || unit === LINE_BREAK) return ' ';
  const alike = alikeOf.get(unit);
  if (alike) return alike;
  const compatible = single(unit.normalize('NFKC'), unit).toLowerCase();
  return single(toSimplified(single(compatible, unit)), compatible);
}

function single(candidate: string, otherwise: string): string {
  return candidate.length === 1 ? candidate : otherwise;
}

/**
 * Folds a form for the tables. White space inside Chinese is dropped, between Latin words it becomes one space,
 * quotation marks go: “3+1”试点 and 3+1试点 are the same pattern.
 */
export function foldForm(form: string): string {
  const folded = Array.from({ length: form.length }, (_, i) => foldUnit(form.charAt(i)) ?? '')
    .join('')
    .trim();
  return folded.replace(/ +/g, (_run, at: number) =>
    /[a-z0-9]/.test(folded.charAt(at - 1)) && /[a-z0-9]/.test(folded.slice(at).trimStart().charAt(0)) ? ' ' : '',
  );
}

/**
 * All spellings in the BMP of the letters of `patterns`, as pairs (spelling, letter), without those the
 * tables derive by themselves (capitals, full-width ASCII).
 */
export function variantsOf(patterns: readonly string[]): string {
  const letters = new Set(patterns.join(''));
  let variants = '';
  for (let unit = 0x80; unit < 0x10000; unit++) {
    if ((unit >= 0xd800 && unit <= 0xdfff) || (unit >= 0xff01 && unit <= 0xff5e)) continue;
    const spelling = String.fromCharCode(unit);
    const folded = foldUnit(spelling);
    if (folded && folded !== spelling && folded !== ' ' && letters.has(folded)) variants += spelling + folded;
  }
  return variants;
}
