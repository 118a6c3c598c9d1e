/** Forms of a series: 第…次集体学习 for 第一次集体学习, 第二次集体学习 and so on. */
import type { FormSource } from './entry-schema';
import { foldForm } from './fold';

/** Placeholder of the number in a numbered form. */
const NUMBER_PLACE = '…';

const DIGITS = '一二三四五六七八九';

/**
 * The forms of a numbered form, or the form itself.
 * @param written folded forms of all entries; those are omitted.
 */
export function expandNumbered({ numbered, ...form }: FormSource, written: ReadonlySet<string>): FormSource[] {
  if (numbered === undefined) return [form];
  return Array.from({ length: numbered }, (_, i) => form.text.replace(NUMBER_PLACE, chineseNumber(i + 1)))
    .filter((text) => !written.has(foldForm(text)))
    .map((text) => ({ ...form, text }));
}

/** @param number from 1 to 99. */
function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const unit = DIGITS[(number % 10) - 1] ?? '';
  if (tens === 0) return unit;
  return `${tens === 1 ? '' : DIGITS[tens - 1]}十${unit}`;
}
