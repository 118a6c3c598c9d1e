/** Owns pinyin while compiling: reading forms, and holding an editor's pinyin against the headword. Build-time only. */
import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/** Lower case, without tones and spaces, ü as v: how readers type it. */
export function plainPinyin(text: string): string {
  return text
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
  return Array.from({ length: form.length }, (_, i) => {
    const unit = form.charAt(i);
    return plainPinyin(HAN.test(unit) ? (read[i] ?? '') : unit);
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
  const fits = (unit: number, at: number): boolean => {
    if (unit === readings.length) return at === target.length;
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
  return fits(0, 0) ? chosen.slice(0, headword.length) : null;
}

/** Possible syllables of a character; [''] for marks, null for what may be read in any way. */
function readingsOf(unit: string): string[] | null {
  if (HAN.test(unit)) {
    return [...new Set(pinyin(unit, { type: 'array', toneType: 'none', multiple: true, v: true }).map(plainPinyin))];
  }
  return /[\p{L}\p{N}+]/u.test(unit) ? null : [''];
}

const NUMERALS = '〇一二三四五六七八九';

/** The form with Chinese numerals as digits (第十九次 as 第19次); null where it has none. For search only. */
export function withDigits(form: string): string | null {
  const digits = form.replace(/[〇一二三四五六七八九十百]+/g, (run) => numberOf(run) ?? run);
  return digits === form ? null : digits;
}

function numberOf(run: string): string | null {
  const parts = /^(?:([一二三四五六七八九])百)?(?:零?([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(run);
  if (!parts)
    return [...run].every((unit) => NUMERALS.includes(unit))
      ? [...run].map((unit) => NUMERALS.indexOf(unit)).join('')
      : null;
  const [, hundreds, tens, ten, ones] = parts;
  const digit = (unit: string | undefined) => (unit ? NUMERALS.indexOf(unit) : 0);
  return String(digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones));
}
