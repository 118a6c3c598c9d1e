/** Draws the list of ordinary words (`glossary/editor/ordinary-words.ts`) from the dictionary. */
import { frequencies } from './dictionary';

/** Rarer words are left out: there are many short ones, of little use. Occurrences in the dictionary's corpus. */
const MIN_SHORT = 1000;
const MIN_LONG = 200;
const LONG = 3;

/** The module's source. */
export function ordinaryWordsModule(): string {
  const all = [...frequencies()];
  const total = all.reduce((sum, [, count]) => sum + count, 0);
  const units = all.reduce((sum, [word, count]) => sum + word.length * count, 0);
  const classes = new Map<number, string[]>();
  for (const [word, count] of all) {
    if (!/^\p{Script=Han}+$/u.test(word) || count < (word.length < LONG ? MIN_SHORT : MIN_LONG)) continue;
    const step = Math.floor(Math.log2(count));
    classes.set(step, [...(classes.get(step) ?? []), word]);
  }
  const lines = [...classes].sort(([a], [b]) => b - a).map(([step, words]) => `${2 ** step} ${words.sort().join(' ')}`);
  return `${HEAD}const TOTAL = ${total};\nconst UNITS = ${units};\n\nconst LINES = \`\\\n${lines.join('\n')}\`;\n${TAIL}`;
}

const HEAD = `/**
 * Ordinary Chinese words by how often they occur at least, in a corpus of about 60 million words. Written by
 * \`npm run glossary -- words\` from jieba's dictionary (MIT licence); not to be edited.
 */

/** Words and how often they occur. */
export interface WordCounts {
  words: ReadonlyMap<string, number>;
  /** Words of the whole corpus, and its UTF-16 units. */
  total: number;
  units: number;
}

`;

const TAIL = `
/** Reads the list. */
export function readOrdinaryWords(): WordCounts {
  const words = new Map<string, number>();
  for (const line of LINES.split('\\n')) {
    const [count, ...sameCount] = line.split(' ');
    for (const word of sameCount) words.set(word, Number(count));
  }
  return { words, total: TOTAL, units: UNITS };
}
`;
