/** Expands forms as editors write them to the forms the finder looks for: other ways to write a number or a word. */

import { withDigits } from '../numerals';
import type { FormRules } from '../pack/compile-finder';
import type { FormSource } from './entry-schema';
import { foldForm } from './fold';
import { expandNumbered } from './numbered-forms';

/** Words that texts in Traditional script write with other characters, not only with other shapes of the same. */
const OTHER_WORDS: [word: string, inTraditional: string][] = [
  ['计划', '計畫'],
  ['网络', '網路'],
  ['信息', '資訊'],
];

/** Numerals alone: 七一 is a day, and 71 is none. */
const NUMERALS_ALONE = /^[“”"〇零一二三四五六七八九十百]+$/;

/**
 * The forms to look for, with the rules of the one they come from: members of a series, numbers in digits (第19次), words
 * of Traditional texts (計畫).
 * @param written folded forms of all entries: a spelling that somebody wrote out is left to that entry.
 */
export function expandForm(source: FormSource, written: ReadonlySet<string>): FormRules[] {
  const members = expandNumbered(source, written);
  const spelt = members.flatMap((form) => [
    form,
    ...otherSpellings(form.text, written).map((text) => ({ ...form, text })),
  ]);
  return spelt.map(withNeighbours);
}

function otherSpellings(text: string, written: ReadonlySet<string>): string[] {
  const digits = NUMERALS_ALONE.test(text) ? null : withDigits(text);
  const words = OTHER_WORDS.filter(([word]) => text.includes(word)).map(([word, other]) =>
    text.replaceAll(word, other),
  );
  return [...(digits === null ? [] : [digits]), ...words].filter((spelling) => !written.has(foldForm(spelling)));
}

/** Converts words that the form may contain in part to the text beside the form: 日历 is 历 after 科普日. */
function withNeighbours({ notIn = [], notBefore = [], notAfter = [], ...form }: FormSource): FormRules {
  const letters = foldForm(form.text);
  const words = notIn.map(foldForm);
  const before = words.flatMap((word) => restsBehind(letters, word));
  const after = words.flatMap((word) => restsBefore(letters, word));
  return {
    ...form,
    ...(notBefore.length + before.length > 0 && { notBefore: [...new Set([...notBefore, ...before])] }),
    ...(notAfter.length + after.length > 0 && { notAfter: [...new Set([...notAfter, ...after])] }),
  };
}

/** The rest of the word after a form that ends with its beginning. */
function restsBehind(form: string, word: string): string[] {
  const shared = lengthsBelow(word.length).filter((length) => form.endsWith(word.slice(0, length)));
  return shared.map((length) => word.slice(length));
}

/** The rest of the word before a form that begins with its end. */
function restsBefore(form: string, word: string): string[] {
  const shared = lengthsBelow(word.length).filter((length) => form.startsWith(word.slice(-length)));
  return shared.map((length) => word.slice(0, -length));
}

function lengthsBelow(limit: number): number[] {
  return Array.from({ length: limit - 1 }, (_, i) => i + 1);
}
