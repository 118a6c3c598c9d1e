/** Pinyin at build time: readings of forms, and the comparison of an editor's pinyin with the headword. */
import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/** Pinyin as typed: lower case, without tones and spaces, ü as v. */
export function plainPinyin(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[üǖǘǚǜÜǕǗǙǛ]/g, 'v')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+]/g, '');
}

/** The reading of a form: spaced syllables with tone marks, not joined to words. */
export function readForm(form: string): string {
  return pinyin(form, { nonZh: 'consecutive' });
}

/** One item for each UTF-16 unit of a form: the syllable of a Chinese character, a letter or digit, '' for marks. */
export function syllablesOf(form: string): string[] {
  const read = pinyin(form, { type: 'array', toneType: 'none', v: true });
  // The library reads code points: the second unit of a surrogate pair has no syllable.
  return [...form].flatMap((character, i) => {
    const syllable = plainPinyin(HAN.test(character) ? (read[i] ?? '') : character);
    return character.length === 1 ? [syllable] : [syllable, ''];
  });
}

/**
 * Syllables of `headword` as read by `written`, one for each unit as in `syllablesOf`. Digits and Latin letters may have any
 * reading. Null if the characters cannot be read like that.
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

/** Possible syllables of a character; [''] for marks, null for any reading. */
function readingsOf(unit: string): string[] | null {
  if (HAN.test(unit)) {
    return [...new Set(pinyin(unit, { type: 'array', toneType: 'none', multiple: true, v: true }).map(plainPinyin))];
  }
  return /[\p{L}\p{N}+]/u.test(unit) ? null : [''];
}
