/** Owns candidates the author set apart: in quotation marks, in book marks, and with the words that go with them. */
import { wordsOf } from '../dictionary';
import type { Proposal, Sentence } from './source';
import { FUNCTION_WORDS, HEAD_NOUNS, NAME_HEADS, VERBS } from './word-lists';

const QUOTED = /“([^“”]{1,30})”/gu;
const BOOK = /《[^《》]{1,60}》/gu;
/** Two phrases of four characters side by side, at the end of a clause: a motto. */
const PARALLEL = /(?<![、\p{Script=Han}]{4}、)\p{Script=Han}{4}、\p{Script=Han}{4}(?=[，。；”])/gu;
/** Longer, and it is a sentence somebody said. */
const MAX_QUOTED = 20;

export function namedProposals(sentences: readonly Sentence[]): Proposal[] {
  return sentences.flatMap(({ text }) => [
    ...[...text.matchAll(BOOK)].flatMap(([book]) => bookProposals(book)),
    ...[...text.matchAll(QUOTED)].flatMap((match) => quotedProposals(text, match)),
    ...[...text.matchAll(PARALLEL)].map(([pair]): Proposal => ({ text: pair, kind: 'name', weight: 0.65 })),
  ]);
}

function bookProposals(book: string): Proposal[] {
  return [{ text: book, kind: 'book', weight: 1 }];
}

/** The words in the marks, and with the head noun behind them: “3+1”试点, “光荣在党50年”纪念章. */
function quotedProposals(text: string, match: RegExpMatchArray): Proposal[] {
  const [whole, inner = ''] = match;
  const isClause = inner.length > MAX_QUOTED || /[。；？！]/u.test(inner);
  if (isClause) return [];
  const after = wordsOf(text.slice((match.index ?? 0) + whole.length).match(/^\p{Script=Han}{1,8}/u)?.[0] ?? '');
  const proposals: Proposal[] = [{ text: inner, kind: 'quoted', weight: 1 }];
  const noun = nounAfter(after);
  if (noun) proposals.push({ text: whole + noun, kind: 'quoted', weight: 0.8 });
  return proposals;
}

function nounAfter(words: readonly string[]): string | null {
  let text = '';
  for (const word of words.slice(0, 3)) {
    if ([text + word, word].some((noun) => HEAD_NOUNS.has(noun) || NAME_HEADS.has(noun))) return text + word;
    if (FUNCTION_WORDS.has(word) || VERBS.has(word)) return null;
    text += word;
  }
  return null;
}
