/** Measures the scan with a number of terms against other matchers in one process. Arguments: project root, number of terms. */
import { createFinder } from '../../../glossary/find/finder';
import type { Measured } from '../result';
import { speeds } from '../timing';
import { chineseText, dictionaryTerms, englishText, pagesOf } from './corpus';
import {
  ALTERNATION,
  leftmostLongest,
  type Matcher,
  type Matching,
  matchingWith,
  OURS,
  PEERS,
  packOf,
} from './matchers';
import { readOnly, type Search } from './peers';

/** Pages on which all matchers must agree before the measurement. */
const CHECKED_PAGES = 3;

const [root = '', count = ''] = process.argv.slice(2);
const terms = dictionaryTerms(root, Number(count));
const name = `${Number(count).toLocaleString('en')} terms`;
const chinese = chineseText(root);

const contenders: Record<string, Matcher> = {
  ours: OURS,
  ...PEERS,
  'one regular expression': ALTERNATION,
};
const built = Object.entries(contenders)
  .filter(([, { maxTerms }]) => terms.length <= maxTerms)
  .map(([who, matcher]) => ({ who, matcher, match: matcher.build(terms) }));

/** @throws if a contender finds other matches than ours. */
function verify(page: string): void {
  const [ours, ...others] = built.map(({ who, matcher, match }) => ({ who, spans: matcher.spans(match(page)) }));
  for (const { who, spans } of others) {
    const expected = who === 'one regular expression' ? leftmostLongest(ours?.spans ?? []) : (ours?.spans ?? []);
    const found = new Set(spans);
    const isSame = found.size === new Set(expected).size && expected.every((span) => found.has(span));
    if (!isSame) throw new Error(`${who} finds ${found.size} of ${name}, ours ${expected.length}`);
  }
}

function searchWith(match: Matching): Search {
  return (page) => {
    let matched: unknown;
    for (const text of page) matched = match(text);
    return matched === undefined ? 0 : 1;
  };
}

function speedOn(what: string, text: string): Measured {
  const pages = pagesOf(text).map((page) => [page]);
  const searches = Object.fromEntries(built.map(({ who, match }) => [who, searchWith(match)]));
  const { ours = 0, reading = 0, ...peers } = speeds({ ...searches, reading: readOnly }, pages);
  return { name: `scan, ${name}, ${what}`, value: ours, unit: 'M units/s', limit: reading, peers };
}

/** Speed on adversarial texts, against ordinary text; the aim is a tenth of its speed. */
function speedsOnHostile(): Measured[] {
  const longest = terms.reduce((long, term) => (term.length > long.length ? term : long), '');
  const prefix = longest.slice(0, -1);
  const letter = longest.charAt(0);
  const unary = createFinder(packOf([...terms, letter.repeat(64)]));
  const fill = (unit: string) => [unit.repeat(Math.ceil(1_000_000 / unit.length))];
  const all = (finder = createFinder(packOf(terms))) => searchWith(matchingWith(finder));
  const rows: [what: string, search: Search, page: string[]][] = [
    ['one letter over and over', all(), fill(letter)],
    ['a long term but its last letter, over and over', all(), fill(prefix)],
    ['a megabyte without a break', all(), [chinese]],
    ['63 of a letter over and over, and a term of 64 of it', all(unary), fill(`${letter.repeat(63)}，`)],
    ['one letter over and over, and a term of 64 of it: a match at each', all(unary), fill(letter)],
  ];
  const ordinary = speeds({ ours: all() }, [[chinese]]).ours ?? 0;
  return rows.map(([what, search, page]) => ({
    name: `scan, ${name}, ${what}`,
    value: speeds({ search }, [page]).search ?? 0,
    unit: 'M units/s',
    limit: ordinary,
    peers: {},
  }));
}

for (const page of pagesOf(chinese).slice(0, CHECKED_PAGES)) verify(page);
const measured = [speedOn('Chinese prose', chinese), speedOn('English text', englishText(root)), ...speedsOnHostile()];
console.log(JSON.stringify(measured));
