/**
 * Rejoins wrapped lines to paragraphs. Lines may be broken anywhere, even inside words, with or without blank lines between
 * them.
 */
import { endsSentence, type Line } from './lines';

/** A heading inside a text: a paragraph of its own without a full stop. */
const HEADING =
  /^(?:第?[一二三四五六七八九十百]+[、章节条]|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、])[^。；，,;]{1,28}$/u;
/** Numerals of an enumeration: 一要…二要…三要…. */
const NUMERALS = '一二三四五六七八九十';
/** In UTF-16 units: shorter paragraphs are not split at an enumeration. */
const LONG = 300;

/** The paragraphs, each one line. If a third of the lines is indented, indentation starts a paragraph; else a full stop ends one. */
export function rejoinLines(lines: readonly Line[]): string[] {
  const content = lines.filter(({ text }) => text !== '');
  const isIndented = content.filter((line) => line.isIndented).length * 3 >= content.length;
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const line of content) {
    const isHeading: boolean = !isOpen && HEADING.test(line.text);
    const isNew = isIndented ? line.isIndented || !isOpen : !isOpen;
    if (isNew || paragraphs.length === 0) paragraphs.push(line.text);
    else paragraphs.push(joinLines(paragraphs.pop() ?? '', line.text));
    isOpen = isIndented ? true : !isHeading && !endsSentence(line.text);
  }
  return paragraphs.flatMap(splitEnumeration);
}

/** Joins two lines: with a space between Latin words, else without; a number that is wrapped is one number. */
export function joinLines(before: string, after: string): string {
  const isNumber = /\d$/.test(before) && /^\d/.test(after);
  const isLatin = !isNumber && /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after);
  return before + (isLatin ? ' ' : '') + after;
}

/** Splits a long paragraph where its sentences begin with 一要…二要…三要…. */
function splitEnumeration(paragraph: string): string[] {
  if (paragraph.length < LONG) return [paragraph];
  const heads = [...paragraph.matchAll(/(?<=[。！？]|^)([一二三四五六七八九十])(要|是|则|方面)/gu)];
  const kind = heads[0]?.[2];
  const counted = heads.filter((head) => head[2] === kind).filter((head, i) => head[1] === NUMERALS.charAt(i));
  if (counted.length < 2) return [paragraph];
  const cuts = [0, ...counted.map(({ index }) => index).filter((index) => index > 0), paragraph.length];
  return cuts.slice(1).map((cut, i) => paragraph.slice(cuts[i], cut));
}
