/** Converts numbers that are written out to digits. */

const NUMERALS = '零一二三四五六七八九';

/**
 * The form with Chinese numerals as digits (第十九次 as 第19次); null where it has none. For search only.
 * A single numeral counts only after 第, or as ten: 四史 and 一流 are words. Numbers from a thousand on are left alone.
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

/** Words of a query that are numbers or signs of one, in English. */
const ENGLISH = [
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' '),
  ...'sixteen seventeen eighteen nineteen twenty'.split(' '),
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ENGLISH_NUMBER = new RegExp(
  `(?<![a-z])(?:${[...ENGLISH, ...TENS, 'hundred'].filter(Boolean).reverse().join('|')})(?:[ -]+(?:and )?(?:${[...ENGLISH, ...TENS, 'hundred'].filter(Boolean).reverse().join('|')}))*(?![a-z])`,
  'g',
);

/**
 * What a query may mean with its numbers in digits (三加一 and “three plus one” as 3+1), or with its digits as numerals
 * (4史 as 四史); without the query itself. The likeliest first.
 */
export function otherNumbers(query: string): string[] {
  const plain = query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[两兩]/g, '二')
    .replace(/[〇○]/g, '零');
  const signed = plain.replace(/(?<=[\d零一二三四五六七八九十百])\s*[加＋]\s*(?=[\d零一二三四五六七八九十百])/g, '+');
  const found = [
    withDigits(signed),
    withEveryDigit(signed),
    withEnglishDigits(plain),
    signed === plain ? null : signed,
    plain.replace(/\d/g, (digit) => NUMERALS.charAt(Number(digit))),
  ];
  return [...new Set(found)].filter((item): item is string => item !== null && item !== plain && item !== query);
}

/** As `withDigits`, single numerals as well. */
export function withEveryDigit(text: string): string {
  return text.replace(/[零一二三四五六七八九十百]+/g, (numeral) => numberOf(numeral) ?? numeral);
}

function withEnglishDigits(text: string): string {
  return text
    .replace(ENGLISH_NUMBER, (words) => String(englishNumber(words.split(/[ -]+/))))
    .replace(/(?<=\d)\s*(?:plus|and)\s*(?=\d)/g, '+');
}

function englishNumber(words: readonly string[]): number {
  let number = 0;
  for (const word of words) {
    if (word === 'hundred') number = Math.max(1, number) * 100;
    else number += Math.max(ENGLISH.indexOf(word), TENS.indexOf(word) * 10, 0);
  }
  return number;
}
