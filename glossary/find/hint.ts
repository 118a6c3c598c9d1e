/**
 * Owns the hint: a regular expression that matches every text in which the finder would find a form, and few others.
 * Small enough to be in every page, where the finder's tables are not.
 */
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from './characters';

export interface HintData {
  /** The pack it was compiled from. */
  revision: string;
  /** Runs of folded letters, line feed between them: each form holds at least one. */
  runs: string;
  /** Spellings of those letters, as pairs: the letter in a page, then the folded letter. */
  variants: string;
}

/** Distance of the full-width forms from ASCII. */
const FULL_WIDTH = 0xfee0;

/** Builds the expression. It has no state (`g`), so `test` may be called at will. */
export function hintOf({ runs, variants }: HintData): RegExp {
  const spellings = new Map<string, string>();
  for (let i = 0; i + 1 < variants.length; i += 2) {
    const letter = variants.charAt(i + 1);
    spellings.set(letter, (spellings.get(letter) ?? '') + variants.charAt(i));
  }
  const gap = `${classOf(IGNORABLE + SPACE + LINE_BREAK + QUOTE_PAIRS)}*`;
  const letterClass = (letter: string) => {
    const code = letter.charCodeAt(0);
    const wide = code > 0x20 && code < 0x7f ? String.fromCharCode(code + FULL_WIDTH) : '';
    return classOf(letter + wide + (spellings.get(letter) ?? ''));
  };
  const alternatives = runs.split('\n').map((run) => run.split('').map(letterClass).join(gap));
  // Without any form nothing may match.
  return new RegExp(runs === '' ? '(?!)' : alternatives.join('|'), 'i');
}

function classOf(units: string): string {
  return `[${units.replace(/[\\\]^-]/g, '\\$&')}]`;
}
