/** Owns giving back the full-width punctuation a text lost on its way, where Chinese stands beside it. */

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
};

/** What makes its surroundings Chinese. */
const CHINESE = /[\p{Script=Han}“”‘’《》〈〉「」『』【】、。，：；（）！？…—]/u;

/** As many UTF-16 units as `text`. Between Latin letters or digits marks stay: 3:1, U.S., 1,000. */
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
      // A pair of brackets goes together: with Chinese in it or around it.
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

/** Behind Chinese, and nothing Latin follows at once. */
function isStop(units: readonly string[], i: number): boolean {
  return CHINESE.test(units[i - 1] ?? '') && !/[A-Za-z0-9.]/.test(units[i + 1] ?? '');
}

/** Straight quotation marks by turns opening and closing; left as they are where one is missing, or no Chinese is near. */
function quotesOf(units: readonly string[]): (i: number) => string {
  const at = units.flatMap((unit, i) => (unit === '"' ? [i] : []));
  const isPaired = at.length % 2 === 0 && at.some((i) => isBesideChinese(units, i));
  return (i) => (isPaired ? (at.indexOf(i) % 2 === 0 ? '“' : '”') : '"');
}

/** Of each bracket in ASCII the index of its partner. */
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
