/**
 * Splits sentences into clauses of words. The dictionary contains common words only and segments others into pieces, which
 * are joined by rules of Chinese word formation and by recurrence.
 */
import { wordsOf } from '../dictionary';
import type { Sentence } from './source';
import { FUNCTION_WORDS, PREFIXES, SUFFIXES, VERBS } from './word-lists';

/** The words of a text without punctuation, in order. */
export type Clause = readonly string[];

/** The characters of a clause. A plus sign and a middle dot occur in names. */
const RUN = /[\p{L}\p{N}+·%]+/gu;
/** Adjacent pieces that occur at least this often are one word. */
const MIN_RECURRENCE = 3;
/** The minimum share of the rarer piece's occurrences that are in the pair. */
const MIN_SHARE = 0.6;
const MAX_LEARNED = 4;

/** All clauses, in the order of the text. @param names known names; a clause ends before and after each. */
export function clausesOf(sentences: readonly Sentence[], names: ReadonlySet<string> = new Set()): Clause[] {
  const runs = sentences.flatMap(({ text }) => [...text.matchAll(RUN)].map(([run]) => run));
  const pieces = runs.flatMap((run) => cutAround(run, names)).map(wordsOf);
  return learnWords(pieces).map((words) => joinLetters(withSuffixes(words)));
}

function cutAround(run: string, names: ReadonlySet<string>): string[] {
  if (names.size === 0) return [run];
  const pattern = [...names].sort((a, b) => b.length - a.length).join('|');
  return run.split(new RegExp(pattern, 'u')).filter((part) => part !== '');
}

/** Joins a suffix to the word before it: 工作|者 is 工作者, 委员|会 is 委员会. */
function withSuffixes(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1) ?? '';
    const isSuffix =
      SUFFIXES.has(word) &&
      before.length >= 2 &&
      /^\p{Script=Han}+$/u.test(before) &&
      !FUNCTION_WORDS.has(before) &&
      !VERBS.has(before);
    if (isSuffix) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

/** Joins recurrent pairs of pieces of which one is a single character: 科|协, 党|史. */
function learnWords(clauses: readonly string[][]): string[][] {
  let current = clauses.map((words) => [...words]);
  for (let round = 0; round < MAX_LEARNED; round++) {
    const counts = countBy(current.flat());
    const pairs = countBy(current.flatMap((words) => words.slice(1).map((word, i) => `${words[i]} ${word}`)));
    const learned = new Set(
      [...pairs]
        .filter(([pair, count]) => count >= MIN_RECURRENCE && isOneWord(pair, count, counts))
        .map(([pair]) => pair),
    );
    if (learned.size === 0) break;
    current = current.map((words) => joinPairs(words, (a, b) => learned.has(`${a} ${b}`)));
  }
  return current;
}

function isOneWord(pair: string, count: number, counts: ReadonlyMap<string, number>): boolean {
  const [a = '', b = ''] = pair.split(' ');
  const isPiece = (a.length === 1 || b.length === 1) && a.length + b.length <= MAX_LEARNED;
  if (
    !isPiece ||
    [a, b].some((word) => FUNCTION_WORDS.has(word) || PREFIXES.has(word) || !/\p{Script=Han}/u.test(word))
  )
    return false;
  return count / Math.min(counts.get(a) ?? count, counts.get(b) ?? count) >= MIN_SHARE;
}

/** Joins two adjacent single characters, which are an unknown word: 群|团, 征|程. */
function joinLetters(words: readonly string[]): string[] {
  const isLoose = (word: string) =>
    word.length === 1 && /\p{Script=Han}/u.test(word) && !FUNCTION_WORDS.has(word) && !PREFIXES.has(word);
  const joined: string[] = [];
  let run = 0;
  for (const word of words) {
    run = isLoose(word) ? run + 1 : 0;
    if (run > 1 && run <= 2) joined[joined.length - 1] += word;
    else joined.push(word);
    if (run === 2) run = 0;
  }
  return withSuffixes(joined);
}

function joinPairs(words: readonly string[], isPair: (a: string, b: string) => boolean): string[] {
  const joined: string[] = [];
  let wasJoined = false;
  for (const word of words) {
    const before = joined.at(-1);
    wasJoined = before !== undefined && !wasJoined && isPair(before, word);
    if (wasJoined) joined[joined.length - 1] = `${before}${word}`;
    else joined.push(word);
  }
  return joined;
}

/** Number of occurrences by item. */
export function countBy(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
