/**
 * Owns putting wrapped lines together again: the paragraphs of a text whose lines were broken anywhere, inside words too,
 * with blank lines between them or without.
 */
import { endsSentence, type Line } from './lines';

/** A heading inside a text: it stands alone, though no stop ends it. */
const HEADING =
  /^(?:第?[一二三四五六七八九十百]+[、章节条]|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、])[^。；，,;]{1,28}$/u;
/** An enumeration in words opens paragraphs of a long one: 一要…二要…三要…. */
const NUMERALS = '一二三四五六七八九十';
/** In characters. A shorter paragraph is left whole. */
const LONG = 300;

/** The paragraphs, each one line. */
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

/** Chinese needs nothing between two lines, Latin words and numbers a space. */
export function joinLines(before: string, after: string): string {
  const isLatin = /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after);
  return before + (isLatin ? ' ' : '') + after;
}

/** A long paragraph that counts 一…二…三… at the heads of its sentences, split there. */
function splitEnumeration(paragraph: string): string[] {
  if (paragraph.length < LONG) return [paragraph];
  const heads = [...paragraph.matchAll(/(?<=[。！？]|^)([一二三四五六七八九十])(要|是|则|方面)/gu)];
  const kind = heads[0]?.[2];
  const counted = heads.filter((head) => head[2] === kind).filter((head, i) => head[1] === NUMERALS.charAt(i));
  if (counted.length < 2) return [paragraph];
  const cuts = [0, ...counted.map(({ index }) => index).filter((index) => index > 0), paragraph.length];
  return cuts.slice(1).map((cut, i) => paragraph.slice(cuts[i], cut));
}
