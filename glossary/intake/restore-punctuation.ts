/** Restores full-width punctuation that was replaced by ASCII, beside Chinese text. */

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
};

/** Characters that make their surroundings Chinese. */
const CHINESE = /[\p{Script=Han}“”‘’《》〈〉「」『』【】、。，：；（）！？…—]/u;

/** Keeps the length of `text`. Keeps marks between Latin letters or digits: 3:1, U.S., 1,000. */
export function restorePunctuation(text: string): string {
  const units = [...text];
  const closes = bracketsOf(units);
  const quotes = quotesOf(units);
  const isChinese = (i: number) => isBesideChinese(units, i);
  return units
    .map((unit, i) => {
      if (unit === '"') return quotes(i);
      if (unit === '.') return isStop(units, i) ? '。' : unit;
      const full = FULL[unit];
      if (full === undefined) return unit;
      const partner = closes.get(i);
      // Both brackets of a pair are converted if either is beside Chinese.
      return isChinese(i) || (partner !== undefined && isChinese(partner)) ? full : unit;
    })
    .join('');
}

function isBesideChinese(units: readonly string[], i: number): boolean {
  const isTelling = (unit: string) => !/[\s,:;!?]/.test(unit);
  const before = units.slice(0, i).findLast(isTelling) ?? '';
  const after = units.slice(i + 1).find(isTelling) ?? '';
  const isFigure = /[0-9]/.test(before) && /[0-9]/.test(after);
  return !isFigure && (CHINESE.test(before) || CHINESE.test(after));
}

/** Whether the point follows Chinese, and no Latin letter or digit follows it. */
function isStop(units: readonly string[], i: number): boolean {
  return CHINESE.test(units[i - 1] ?? '') && !/[A-Za-z0-9.]/.test(units[i + 1] ?? '');
}

/** Converts straight quotation marks to opening and closing ones in turn; not if one is missing, or no Chinese is beside any. */
function quotesOf(units: readonly string[]): (i: number) => string {
  const at = units.flatMap((unit, i) => (unit === '"' ? [i] : []));
  const isPaired = at.length % 2 === 0 && at.some((i) => isBesideChinese(units, i));
  return (i) => (isPaired ? (at.indexOf(i) % 2 === 0 ? '“' : '”') : '"');
}

/** By index of an ASCII bracket: the index of its partner. */
function bracketsOf(units: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  units.forEach((unit, i) => {
    if (unit === '(') open.push(i);
    const start = unit === ')' ? open.pop() : undefined;
    if (start === undefined) return;
    pairs.set(start, i);
    pairs.set(i, start);
  });
  return pairs;
}
