/** Compares the tones of an editor's pinyin with the readings of the characters. At build time only. */
import { pinyin } from 'pinyin-pro';
import { alignPinyin, plainPinyin } from './pinyin';

/** A syllable with a wrong tone, or without one. */
export interface ToneFault {
  written: string;
  /** As it may be, alternatives between slashes. */
  expected: string;
}

const HAN = /\p{Script=Han}/u;
const TONE = /[\u0300\u0301\u0304\u030c]/;

/**
 * The first fault in the tones of `written`, a reading that fits the headword; null if there is none. A syllable without a
 * tone counts as neutral, unless it begins a word.
 */
export function toneFaultOf(headword: string, written: string): ToneFault | null {
  const syllables = alignPinyin(headword, written) ?? [];
  const units = [...written.normalize('NFC')];
  let at = 0;
  for (const [i, syllable] of syllables.entries()) {
    const character = headword.charAt(i);
    const start = HAN.test(character) ? startOf(units, at, syllable) : -1;
    if (start < 0) continue;
    at = endOf(units, start, syllable);
    const toned = units.slice(start, at).join('').toLowerCase();
    const expected = readingsOf(character, syllable);
    const isNeutral = !TONE.test(toned.normalize('NFD')) && /\p{L}/u.test(units[start - 1] ?? '');
    if (isNeutral || expected.length === 0 || expected.includes(toned)) continue;
    return { written: units.slice(start, at).join(''), expected: expected.join(' / ') };
  }
  return null;
}

/** Position of the syllable in the letters from `at` on; -1 if it is missing. */
function startOf(units: readonly string[], at: number, syllable: string): number {
  return units.findIndex((unit, start) => {
    if (start < at || plainPinyin(unit) === '') return false;
    return plainPinyin(units.slice(start, start + syllable.length).join('')) === syllable;
  });
}

function endOf(units: readonly string[], start: number, syllable: string): number {
  let end = start + 1;
  while (plainPinyin(units.slice(start, end).join('')).length < syllable.length) end++;
  return end;
}

/** Readings of a character, with tones, that are spelt `syllable` without. */
function readingsOf(character: string, syllable: string): string[] {
  const readings = pinyin(character, { type: 'array', multiple: true }).map((reading) => reading.normalize('NFC'));
  return [...new Set(readings)].filter((reading) => plainPinyin(reading) === syllable);
}
