/**
 * Defines the fold of each character of the BMP. At build time only, because of opencc-js: the extension folds by the
 * resulting table (`folding.ts`).
 */
import { Converter } from 'opencc-js';
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from '../pack/characters';
import { type Folded, Folding } from '../pack/folding';

/** Single characters from Traditional to Simplified only; the other direction is one-to-many. */
const toSimplified = Converter({ from: 't', to: 'cn' });
/** Characters used in Hong Kong only: 衞 for 卫. */
const fromHongKong = Converter({ from: 'hk', to: 'cn' });

const ALIKE: Record<string, string> = {
  '+': '+＋﹢➕⁺',
  '-': '-－‐‑‒–—―﹣−─',
  '·': '·•‧・･⋅∙●⸱',
  '《': '《〈≪«',
  '》': '》〉≫»',
  '(': '(（﹙',
  ')': ')）﹚',
  ',': ',，﹐',
  ':': ':：﹕︰∶',
  ';': ';；',
  '!': '!！',
  '?': '?？',
  '、': '、､﹑',
  '。': '。｡',
};
const alikeOf = new Map(
  Object.entries(ALIKE).flatMap(([folded, units]) => [...units].map((unit) => [unit, folded] as const)),
);

/** The folded letter of a UTF-16 unit; null if the finder skips it. White space becomes a space. */
export function foldUnit(unit: string): string | null {
  if (IGNORABLE.includes(unit) || QUOTE_PAIRS.includes(unit)) return null;
  if (SPACE.includes(unit) || unit === LINE_BREAK) return ' ';
  // Repeated, because a variant may fold to another variant (︱ to — to -).
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
  const simplified = single(toSimplified(lower), lower);
  return simplified === lower ? single(fromHongKong(lower), lower) : simplified;
}

function single(candidate: string, otherwise: string): string {
  return candidate.length === 1 ? candidate : otherwise;
}

let made: Folding | null = null;

/** The folding by the table of all spellings. Memoised, because it folds every unit of the BMP. */
export function standardFolding(): Folding {
  made ??= new Folding(allSpellings());
  return made;
}

/** All spellings that differ from their letter, as pairs, without those that `Folding` derives. */
export function allSpellings(): string {
  let pairs = '';
  for (let code = 0x80; code < 0x10000; code++) {
    if ((code >= 0xd800 && code <= 0xdfff) || (code >= 0xff01 && code <= 0xff5e)) continue;
    const unit = String.fromCharCode(code);
    const letter = foldUnit(unit);
    if (letter !== null && letter !== ' ' && letter !== unit) pairs += unit + letter;
  }
  return pairs;
}

/** @see Folding.fold */
export function foldForm(form: string): string {
  return standardFolding().fold(form);
}

/** @see Folding.foldWithPlaces */
export function foldWithPlaces(text: string): Folded {
  return standardFolding().foldWithPlaces(text);
}

/** @see Folding.spellingsOf */
export function variantsOf(patterns: readonly string[]): string {
  return standardFolding().spellingsOf(patterns);
}
