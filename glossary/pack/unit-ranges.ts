/** Ranges of units that the prefilter needs, in a form that is small in a script of every page. */

/**
 * First and last units of ranges that are skipped between the letters of a form: `IGNORABLE`, `SPACE`, `LINE_BREAK` and
 * `QUOTE_PAIRS`, and a few beside them that no form has.
 */
export const SKIPPED_RANGES =
  '\t\r  ""\'\'\u00a0\u00a0\u00ad\u00ad\u034f\u034f\u061c\u061c\u1680\u1680\u17b4\u17b5\u180b\u180f\u2000\u200f\u2018\u201f' +
  '\u2028\u202f\u205f\u206f\u3000\u3000\u300c\u300f\u301d\u301f\ufe00\ufe0f\ufe41\ufe44\ufeff\ufeff\uff02\uff02\uff07\uff07\uff62\uff63';

/**
 * Of units that Unicode maps to another letter: radicals, letters in circles, raised and lowered ones, doubles of Chinese
 * ones. All are as old as the oldest browser.
 */
const COMPATIBLE_RANGES =
  '\u1d2c\u1d6a\u2070\u209c\u2100\u2188\u2460\u24ea\u2f00\u2fd5\u3190\u319f\u3220\u32b0\uf900\ufad9';

/** Finds such a unit. */
export const COMPATIBLE = new RegExp(`[${COMPATIBLE_RANGES.replace(/(.)(.)/g, '$1-$2')}]`);

/** The units of ranges, with `after` behind each. */
export function unitsIn(ranges: string, after = ''): string {
  let units = '';
  for (let i = 0; i < ranges.length; i += 2) {
    for (let unit = ranges.charCodeAt(i); unit <= ranges.charCodeAt(i + 1); unit++)
      units += String.fromCharCode(unit) + after;
  }
  return units;
}

/** Calls `onSpelling` with each unit that Unicode maps to another letter, and the letter, in lower case. */
export function forCompatibleSpellings(onSpelling: (unit: number, letter: string) => void): void {
  const units = unitsIn(COMPATIBLE_RANGES, '\n');
  // One call for all of them. No mapping has a line feed.
  const letters = units.normalize('NFKC').toLowerCase().split('\n');
  letters.forEach((letter, i) => {
    if (letter.length === 1) onSpelling(units.charCodeAt(2 * i), letter);
  });
}
