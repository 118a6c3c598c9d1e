/**
 * Folds text by a table of spellings, without the libraries that built the table (`fold.ts`), so that packs can be compiled
 * in the build and in the browser.
 */
import { FULL_WIDTH, IGNORABLE, LINE_BREAK, lettersOf, QUOTE_PAIRS, SPACE } from './characters';
import { forCompatibleSpellings } from './unit-ranges';

/** A folded text, with the original offset of each unit. */
export interface Folded {
  text: string;
  places: number[];
}

/** Maps all spellings of a letter to the same one. */
export class Folding {
  readonly #spellings: string;
  readonly #letterOf = new Map<string, string>();

  /**
   * @param spellings pairs of a unit of the BMP and its folded letter (`allSpellings`). Skipped characters, capitals and
   * full-width ASCII need no pair.
   */
  constructor(spellings: string) {
    this.#spellings = spellings;
    for (let i = 0; i + 1 < spellings.length; i += 2) this.#letterOf.set(spellings.charAt(i), spellings.charAt(i + 1));
  }

  /**
   * Folds a form. White space in Chinese and quotation marks are dropped, white space between Latin words becomes one space:
   * “3+1”试点 and 3+1试点 are the same pattern.
   */
  fold(form: string): string {
    return this.foldWithPlaces(form).text;
  }

  /** Folds a text, with original offsets. */
  foldWithPlaces(text: string): Folded {
    const letters = lettersOf(text);
    return {
      text: letters.map(({ unit }) => this.unit(unit) ?? '').join(''),
      places: letters.map(({ at }) => at),
    };
  }

  /** The folded letter of a UTF-16 unit; null if the finder skips it. White space becomes a space. */
  unit(unit: string): string | null {
    if (IGNORABLE.includes(unit) || QUOTE_PAIRS.includes(unit)) return null;
    if (SPACE.includes(unit) || unit === LINE_BREAK) return ' ';
    return this.#letterOf.get(unit) ?? lowerHalf(unit);
  }

  /**
   * Spellings of the letters in `patterns` (folded), as pairs (spelling, letter), without capitals and full-width ASCII,
   * which the tables derive.
   */
  spellingsOf(patterns: readonly string[]): string {
    const letters = new Set(patterns.join(''));
    let kept = '';
    for (let i = 0; i + 1 < this.#spellings.length; i += 2) {
      if (letters.has(this.#spellings.charAt(i + 1))) kept += this.#spellings.slice(i, i + 2);
    }
    return kept;
  }

  /**
   * As `spellingsOf`, by letter: the spellings of each of `letters`, with spaces between, without those of
   * `forCompatibleSpellings`.
   */
  spellingsInOrder(letters: readonly string[]): string {
    const compatible = new Set<string>();
    forCompatibleSpellings((unit, letter) => compatible.add(String.fromCharCode(unit) + letter));
    const spellings = new Map(letters.map((letter) => [letter, '']));
    const pairs = this.spellingsOf(letters);
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      const letter = pairs.charAt(i + 1);
      if (!compatible.has(pairs.slice(i, i + 2))) spellings.set(letter, spellings.get(letter) + pairs.charAt(i));
    }
    return [...spellings.values()].join(' ');
  }
}

function lowerHalf(unit: string): string {
  const code = unit.charCodeAt(0);
  const half = code >= 0xff01 && code <= 0xff5e ? code - FULL_WIDTH : code;
  return half < 0x80 ? String.fromCharCode(half).toLowerCase() : unit;
}
