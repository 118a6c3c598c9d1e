/** Reads dates as bulletins write them: in digits of any width, in Chinese numerals, in years of the Republic. */
import { FULL_WIDTH } from '../pack/characters';
import { isDate } from '../pack/iso-date';

/** A date in a text: half-open, in UTF-16 units. */
export interface WrittenDate {
  start: number;
  end: number;
  /** As written. */
  text: string;
  /** ISO date; null if there is no such day. */
  date: string | null;
}

/** 2021-06-01, 2021/6/1, 2021.6.1, 2021年6月1日, 民國110年6月11日. */
const IN_DIGITS = /(?:(民[国國])\s*(\d{1,3})|(\d{4}))\s*(?:[-/.年])\s*(\d{1,2})\s*(?:[-/.月])\s*(\d{1,2})(?:\s*日)?/u;
/** 二〇二一年六月一日, 民國一百一十年六月十一日. */
const IN_NUMERALS =
  /(?:(民[国國])([〇○零一二三四五六七八九十百]{1,6})|([〇○零一二三四五六七八九]{4}))年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,3})日/u;

/** The year before the first of the Republic. */
const BEFORE_REPUBLIC = 1911;

/** The first date in a text, or null. A bare number is no date. */
export function findDate(given: string): WrittenDate | null {
  const text = given.replace(/[０-９－．／]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - FULL_WIDTH));
  const found = IN_DIGITS.exec(text) ?? IN_NUMERALS.exec(text);
  if (!found) return null;
  const [whole, era, republican = '', year = '', month = '', day = ''] = found;
  const date = [
    String(era ? numberOf(republican) + BEFORE_REPUBLIC : numberOf(year)).padStart(4, '0'),
    ...[month, day].map((part) => String(numberOf(part)).padStart(2, '0')),
  ].join('-');
  const [start, end] = [found.index, found.index + whole.length];
  return { start, end, text: given.slice(start, end), date: isDate(date) ? date : null };
}

const NUMERALS = '零一二三四五六七八九';

/** Of digits or numerals, by place (二〇二一) or by name (一百一十). NaN for other texts. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const plain = written.replace(/[〇○]/g, '零').replace('廿', '二十').replace('卅', '三十');
  if (!/[十百]/.test(plain)) return Number([...plain].map((unit) => NUMERALS.indexOf(unit)).join(''));
  const [, hundreds, tens, ones] =
    /^(?:([一二三四五六七八九])百)?(?:零?([一二三四五六七八九]?十))?(?:零?([一二三四五六七八九]))?$/.exec(plain) ?? [];
  const digitOf = (unit = '零') => NUMERALS.indexOf(unit);
  return 100 * digitOf(hundreds) + (tens ? 10 * (tens === '十' ? 1 : digitOf(tens.charAt(0))) : 0) + digitOf(ones);
}
