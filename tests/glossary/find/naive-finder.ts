/**
 * A naive finder for comparison: slow, independent of the finder, for a small alphabet. Each pattern becomes a regular
 * expression, which is tried at every position.
 */

/** Spellings of each folded letter. */
export const SPELLINGS: Record<string, string> = {
  中: '中',
  国: '国國',
  学: '学學',
  a: 'aAａＡ',
  b: 'bBｂＢ',
  '1': '1１',
  '+': '+＋',
};
export const INVISIBLE = '\u200b\u00ad';
export const SPACES = ' \n\u3000';
export const BREAK = '\u2028';
export const MARKS = '“”「」';

const DIGIT = '1１';
/** `x` is a Latin letter that no pattern contains. */
const LATIN = /[abx1]/;

/** An occurrence: index of the pattern, half-open range in UTF-16 units. */
export interface Found {
  pattern: number;
  start: number;
  end: number;
}

/** All occurrences of patterns at word boundaries, unordered. */
export function occurrences(patterns: readonly string[], text: string): Found[] {
  return patterns.flatMap((pattern, index) => {
    const expression = expressionOf(pattern);
    return Array.from({ length: text.length }, (_, start) => {
      expression.lastIndex = start;
      const match = expression.exec(text);
      return match ? [{ pattern: index, start, end: start + match[0].length }] : [];
    })
      .flat()
      .filter(({ start, end }) => isWhole(text, start, end));
  });
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(source(pattern), 'y');
  expressions.set(pattern, known);
  return known;
}

/** Leftmost-longest occurrences outside `exclusions` (indexes of patterns), without the exclusions. */
export function mentions(patterns: readonly string[], exclusions: ReadonlySet<number>, text: string): Found[] {
  const all = occurrences(patterns, text);
  const blocking = all.filter(({ pattern }) => exclusions.has(pattern));
  const free = all
    .filter(({ pattern, start, end }) => {
      const isBlocked = blocking.some((exclusion) => exclusion.start <= start && end <= exclusion.end);
      return exclusions.has(pattern) || !isBlocked;
    })
    .map((found) => (exclusions.has(found.pattern) ? found : paired(text, found)));
  const chosen: Found[] = [];
  for (;;) {
    const next = free
      .filter(({ start }) => chosen.every(({ end }) => start >= end))
      .sort((a, b) => a.start - b.start || b.end - a.end)[0];
    if (!next) break;
    chosen.push(next);
  }
  return chosen.filter(({ pattern }) => !exclusions.has(pattern));
}

function source(pattern: string): string {
  const skipped = `[${INVISIBLE}${MARKS}]`;
  const white = `[${SPACES}${BREAK}]`;
  // A line feed of the source inside a number, which is not a break of the author.
  const wrap = `[${INVISIBLE}${MARKS}${SPACES}]*\\n[${INVISIBLE}${MARKS}${SPACES}]*`;
  const anything = `[${INVISIBLE}${MARKS}${SPACES}${BREAK}]`;
  const oneBreak = `(?!${anything}*${BREAK}${anything}*${BREAK})`;
  // An item is a letter with the space before it, if any.
  const items = pattern.match(/ ?[^ ]/g) ?? [];
  let rest = '';
  items.forEach((item, i) => {
    const before = items[i - 1]?.at(-1) ?? '';
    const letter = item.at(-1) ?? '';
    const isLatin = LATIN.test(before) && LATIN.test(letter);
    const isNumber = DIGIT.includes(before || 'x') && DIGIT.includes(letter);
    const unwrapped = isNumber ? `(?!${wrap}[${DIGIT}])` : '';
    if (isLatin && item.length > 1) rest += `${unwrapped}${oneBreak}(?=${skipped}*${white})${anything}+`;
    else if (isLatin) rest += isNumber ? `(?:${skipped}*|${wrap})` : `${skipped}*`;
    else if (i > 0) rest += `${oneBreak}${anything}*`;
    rest += `[${SPELLINGS[letter] ?? ''}]`;
  });
  return rest;
}

function isWhole(text: string, start: number, end: number): boolean {
  const visible = (part: string) => [...part].filter((unit) => !INVISIBLE.includes(unit)).join('');
  const plain = (unit: string) => unit.normalize('NFKC').toLowerCase();
  const around = [visible(text.slice(0, start)).slice(-1), visible(text.slice(end)).slice(0, 1)].map(plain);
  const edges = [text.charAt(start), text.charAt(end - 1)].map(plain);
  return edges.every((edge, i) => !LATIN.test(edge) || !LATIN.test(around[i] ?? ''));
}

function paired(text: string, found: Found): Found {
  let inner = text
    .slice(found.start, found.end)
    .replace(/[^“”「」]/g, '')
    .replace(/[「“]/g, '(')
    .replace(/[」”]/g, ')');
  while (inner.includes('()')) inner = inner.replace('()', '');
  const takesLeft = inner.startsWith(')') && /[“「]/.test(text.charAt(found.start - 1));
  const takesRight = inner.endsWith('(') && /[”」]/.test(text.charAt(found.end));
  return { ...found, start: found.start - (takesLeft ? 1 : 0), end: found.end + (takesRight ? 1 : 0) };
}
