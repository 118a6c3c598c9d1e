/** Proposes meetings with a number or a date, and the bodies that hold them. */
import { wordsOf } from '../dictionary';
import type { Proposal, Sentence } from './source';
import { FUNCTION_WORDS, VERBAL_NOUNS, VERBS } from './word-lists';

const MEETING =
  '(?:全体会议|代表大会|常委会会议|党组会议|工作会议|集体学习|理事会|常委会|会议|大会|全会|论坛|峰会|年会|院士大会|座谈会)(?!会议|第)';
const NUMBER = '第[一二三四五六七八九十百零〇0-9]+[次届]';
const OF_SERIES = new RegExp(
  `((?:\\d{4}年)?\\p{Script=Han}{0,18}?)(${NUMBER}(?:\\p{Script=Han}{0,10}?)${MEETING})`,
  'gu',
);
const OF_DATE = new RegExp(`(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日\\p{Script=Han}{0,10}?${MEETING}`, 'gu');
/** A congress named by its number: 科协十大, 党的十九大. */
const CONGRESS = /\p{Script=Han}{1,4}?[一二三四五六七八九十]{1,3}大(?!\p{Script=Han}?[会型量小])/gu;
/** In UTF-16 units: shorter text before a numbered meeting is not the name of a body. */
const MIN_OWNER = 4;
/** The name of the body begins after the last of these words. */
const BEFORE_NAME =
  /.*(?:召开|举行|举办|出席|参加|主持|传达学习|学习|贯彻|落实|审议|在|的|和|与|了|是|对|于|把|将|过|开|同)/u;

/** Proposals in the order of the text, with duplicates. */
export function meetingProposals(sentences: readonly Sentence[]): Proposal[] {
  return sentences.flatMap(({ text }) => [
    ...[...text.matchAll(OF_SERIES)].flatMap(([, before = '', name = '']): Proposal[] => {
      const owner = before.replace(BEFORE_NAME, '');
      const who: Proposal[] =
        owner.length < MIN_OWNER || /\d/.test(owner) ? [] : [{ text: owner, kind: 'name', weight: 0.6 }];
      return [{ text: owner + name, kind: 'meeting', weight: 1 }, ...who];
    }),
    ...[...text.matchAll(OF_DATE)].map(([name]): Proposal => ({ text: name, kind: 'meeting', weight: 0.9 })),
    ...[...text.matchAll(CONGRESS)].map(
      ([name]): Proposal => ({ text: nameAtEnd(name), kind: 'meeting', weight: 0.7 }),
    ),
  ]);
}

/** The part of `run` after its last verb or particle. */
function nameAtEnd(run: string): string {
  const words = wordsOf(run);
  const cut = words.findLastIndex((word) => FUNCTION_WORDS.has(word) || VERBS.has(word) || VERBAL_NOUNS.has(word));
  return words.slice(cut + 1).join('');
}
