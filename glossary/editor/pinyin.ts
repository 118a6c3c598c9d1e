/** Owns pinyin while compiling: reading forms, and holding an editor's pinyin against the headword. Build-time only. */
import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/** Lower case, without tones and spaces, ü as v: how readers type it. */
export function plainPinyin(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[üǖǘǚǜÜǕǗǙǛ]/g, 'v')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+]/g, '');
}

/** Reading of a form as word-level pinyin is not known to the machine: syllables spaced, with tone marks. */
export function readForm(form: string): string {
  return pinyin(form, { nonZh: 'consecutive' });
}

/** One item a UTF-16 unit of the form: the syllable of a Chinese character, the letter or digit itself, '' for marks. */
export function syllablesOf(form: string): string[] {
  const read = pinyin(form, { type: 'array', toneType: 'none', v: true });
  // It reads by code point: the second unit of a surrogate pair has no syllable of its own.
  return [...form].flatMap((character, i) => {
    const syllable = plainPinyin(HAN.test(character) ? (read[i] ?? '') : character);
    return character.length === 1 ? [syllable] : [syllable, ''];
  });
}

/**
 * Syllables of `headword` as `written` reads it, one a unit as in `syllablesOf`.
 * Digits and Latin may be read in any way. Null if the characters cannot be read like that.
 */
export function alignPinyin(headword: string, written: string): string[] | null {
  const target = plainPinyin(written);
  const readings = Array.from({ length: headword.length }, (_, i) => readingsOf(headword.charAt(i)));
  const chosen: string[] = [];
  const failed = new Set<string>();
  const fitsFrom = (unit: number, at: number): boolean => {
    const options = readings[unit];
    if (!options) {
      chosen[unit] = plainPinyin(headword.charAt(unit));
      return Array.from({ length: target.length - at + 1 }, (_, k) => at + k).some((next) => fits(unit + 1, next));
    }
    return options.some((reading) => {
      chosen[unit] = reading;
      return target.startsWith(reading, at) && fits(unit + 1, at + reading.length);
    });
  };
  const fits = (unit: number, at: number): boolean => {
    if (unit === readings.length) return at === target.length;
    const place = `${unit} ${at}`;
    if (failed.has(place)) return false; // Otherwise a long Latin headword takes exponential time.
    const isFit = fitsFrom(unit, at);
    if (!isFit) failed.add(place);
    return isFit;
  };
  return fits(0, 0) ? chosen.slice(0, headword.length) : null;
}

/** Possible syllables of a character; [''] for marks, null for what may be read in any way. */
function readingsOf(unit: string): string[] | null {
  if (HAN.test(unit)) {
    return [...new Set(pinyin(unit, { type: 'array', toneType: 'none', multiple: true, v: true }).map(plainPinyin))];
  }
  return /[\p{L}\p{N}+]/u.test(unit) ? null : [''];
}
