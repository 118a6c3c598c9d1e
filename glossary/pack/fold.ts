/**
 * Owns folding while compiling: which characters of the BMP stand for which folded letter.
 * Build-time only (opencc-js stays out of the bundle): the finder gets the result as `variants`.
 */
import { Converter } from 'opencc-js';
import { IGNORABLE, LINE_BREAK, lettersOf, QUOTE_PAIRS, SPACE } from '../find/characters';

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
  // More than once: a variant may fold to a character that folds further (︱ to — to -).
  for (let folded = unit; ; ) {
    const next = foldOnce(folded);
    if (next === folded) return folded;
    folded = next;
  }
}

function foldOnce(unit: string): string {
  const alike = alikeOf.get(unit);
  if (alike) return alike;
  const compatible = single(unit.normalize('NFKC'), unit);
  const lower = single(compatible.toLowerCase(), compatible);
  return single(toSimplified(lower), lower);
}

function single(candidate: string, otherwise: string): string {
  return candidate.length === 1 ? candidate : otherwise;
}

/** A folded text, and where in the original each of its units stands. */
export interface Folded {
  text: string;
  places: number[];
}

/**
 * Folds a form for the tables. White space inside Chinese is dropped, between Latin words it becomes one space,
 * quotation marks go: “3+1”试点 and 3+1试点 are the same pattern.
 */
export function foldForm(form: string): string {
  return foldWithPlaces(form).text;
}

/** As `foldForm`, with the way back. */
export function foldWithPlaces(text: string): Folded {
  const letters = lettersOf(text);
  return {
    text: letters.map(({ unit }) => foldUnit(unit) ?? '').join(''),
    places: letters.map(({ at }) => at),
  };
}

/**
 * All spellings in the BMP of the letters of `patterns` (folded), as pairs (spelling, letter), without those the
 * tables derive by themselves (capitals, full-width ASCII).
 */
export function variantsOf(patterns: readonly string[]): string {
  const letters = new Set(patterns.join(''));
  return spellings()
    .filter(([, folded]) => letters.has(folded))
    .map((pair) => pair.join(''))
    .join('');
}

let known: (readonly [spelling: string, folded: string])[] | null = null;

/** Every spelling that differs from its letter. Worked out once: it asks for the fold of each unit of the BMP. */
function spellings() {
  known ??= Array.from({ length: 0x10000 }, (_, unit) => unit)
    .filter((unit) => unit >= 0x80 && !(unit >= 0xd800 && unit <= 0xdfff) && !(unit >= 0xff01 && unit <= 0xff5e))
    .map((unit) => [String.fromCharCode(unit), foldUnit(String.fromCharCode(unit))] as const)
    .filter((pair): pair is readonly [string, string] => pair[1] !== null && pair[1] !== ' ' && pair[1] !== pair[0]);
  return known;
}
