/**
 * Owns the texts and terms of the larger measurements: sentences of doc comments and words of a dictionary, from public
 * packages, in an order that is the same in every run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUOTE_PAIRS, SPACE } from '../../../glossary/pack/characters';
import { randomOf } from './texts';

/** Units of each text. */
const TEXT_UNITS = 1 << 20;
const PAGE_UNITS = 10_000;
/** Sentences in Chinese: at least this many of their characters are, and this share. */
const MIN_HAN = 10;
const MIN_HAN_SHARE = 0.6;
const MIN_ENGLISH = 40;

const HAN = /\p{Script=Han}/gu;
/** What the finder skips inside a match and its peers do not: without it, all find the same. */
const SKIPPED = new RegExp(`[${SPACE}${QUOTE_PAIRS}]`, 'g');

/** @param root of the project. */
export function chineseText(root: string): string {
  const isChinese = (line: string) => {
    const han = line.match(HAN)?.length ?? 0;
    return han >= MIN_HAN && han >= line.length * MIN_HAN_SHARE;
  };
  const lines = ['@dcloudio/types', 'miniprogram-api-typings'].flatMap((name) =>
    commentsOf(join(root, 'node_modules', name)),
  );
  return whole(textOf(lines.filter(isChinese), '。').replace(SKIPPED, ''));
}

/** @param root of the project. */
export function englishText(root: string): string {
  const lines = commentsOf(join(root, 'node_modules/@types/node'));
  return textOf(
    lines.filter((line) => line.length >= MIN_ENGLISH && /^[ -~]*$/.test(line)),
    '\n',
  );
}

/** A text cut into pages. Each is a string of its own, as a page’s texts are: a slice is read by way of the whole. */
export function pagesOf(text: string): string[] {
  return Array.from({ length: Math.floor(text.length / PAGE_UNITS) }, (_, i) =>
    whole(text.slice(i * PAGE_UNITS, (i + 1) * PAGE_UNITS)),
  );
}

function whole(slice: string): string {
  const encoding = /^[\0-\xff]*$/.test(slice) ? 'latin1' : 'utf16le';
  return Buffer.from(slice, encoding).toString(encoding);
}

/** Words of two to sixteen Chinese characters; where there are too few, pairs of short ones are joined. */
export function dictionaryTerms(root: string, count: number): string[] {
  const file = join(root, 'node_modules/@pinyin-pro/data/json/complete.json');
  const random = randomOf(7);
  const words = shuffled(
    Object.keys(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>).filter((word) =>
      /^\p{Script=Han}{2,16}$/u.test(word),
    ),
    random,
  );
  const terms = new Set(words.slice(0, count));
  const short = words.filter((word) => word.length <= 4);
  const draw = () => short[Math.floor(random() * short.length)] ?? '';
  while (terms.size < count) terms.add(draw() + draw());
  return [...terms];
}

/** Distinct lines of the comments in a package's declarations. */
function commentsOf(folder: string): string[] {
  const lines = declarationsIn(folder)
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => /^\s*(\/\*\*|\*|\/\/)/.test(line))
    .map((line) => line.replace(/^[\s*/]+|[\s*/]+$|https?:\/\/\S+|@\w+( \{[^}]*\})?/g, '').trim());
  return [...new Set(lines)];
}

function declarationsIn(folder: string): string[] {
  const items = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return items.flatMap((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return declarationsIn(path);
    return item.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** All lines, in another order each time around, so that no processor learns them by heart. */
function textOf(lines: readonly string[], between: string): string {
  const random = randomOf(3);
  let text = '';
  while (text.length < TEXT_UNITS) text += shuffled(lines, random).join(between);
  return whole(text.slice(0, TEXT_UNITS));
}

function shuffled(items: readonly string[], random: () => number): string[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] ?? '', mixed[i] ?? ''];
  }
  return mixed;
}
