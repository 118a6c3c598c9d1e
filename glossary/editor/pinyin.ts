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

const NUMERALS = '零一二三四五六七八九';

/**
 * The form with Chinese numerals as digits (第十九次 as 第19次), for search; null without any. A single numeral is converted
 * only after 第, or if it is ten: 四史 and 一流 are words. Numbers from a thousand are not converted.
 */
export function withDigits(form: string): string | null {
  const digits = form.replace(
    /(第?)([〇零一二三四五六七八九十百千万亿]+)/g,
    (run, ordinal: string, numeral: string) => {
      const isWord = numeral.length === 1 && numeral !== '十' && !ordinal;
      const number = isWord ? null : numberOf(numeral.replaceAll('〇', '零'));
      return number === null ? run : ordinal + number;
    },
  );
  return digits === form ? null : digits;
}

function numberOf(numeral: string): string | null {
  if ([...numeral].every((unit) => NUMERALS.includes(unit))) {
    return [...numeral].map((unit) => NUMERALS.indexOf(unit)).join('');
  }
  const parts = /^(?:([一二三四五六七八九])百)?(?:零?([一二三四五六七八九])?(十))?(?:零?([一二三四五六七八九]))?$/.exec(
    numeral,
  );
  if (!parts) return null;
  const [, hundreds, tens, ten, ones] = parts;
  const digit = (unit: string | undefined) => (unit ? NUMERALS.indexOf(unit) : 0);
  return String(digit(hundreds) * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones));
}
