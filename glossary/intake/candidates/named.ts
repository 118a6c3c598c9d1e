/** Proposes text that the author set apart by quotation marks or book marks, and mottoes of two parallel phrases. */
import { wordsOf } from '../dictionary';
import type { Proposal, Sentence } from './source';
import { FUNCTION_WORDS, HEAD_NOUNS, NAME_HEADS, VERBS } from './word-lists';

const QUOTED = /[“「『]([^“”「」『』]{1,30})[”」』]/gu;
const BOOK = /《[^《》]{1,60}》/gu;
/** A motto: two adjacent phrases of four characters at the end of a clause. */
const PARALLEL = /(?<![、\p{Script=Han}]{4}、)\p{Script=Han}{4}、\p{Script=Han}{4}(?=[，。；”])/gu;
/** In UTF-16 units: longer quotations are sentences. */
const MAX_QUOTED = 20;

/** Proposals in the order of the text, with duplicates. */
export function namedProposals(sentences: readonly Sentence[]): Proposal[] {
  return sentences.flatMap(({ text }) => [
    ...[...text.matchAll(BOOK)].map(([book]): Proposal => ({ text: book, kind: 'book', weight: 1 })),
    ...[...text.matchAll(QUOTED)].flatMap((match) => quotedProposals(text, match)),
    ...[...text.matchAll(PARALLEL)].map(([pair]): Proposal => ({ text: pair, kind: 'name', weight: 0.65 })),
  ]);
}

/** The quoted words, alone and with a following head noun: “3+1”试点, “光荣在党50年”纪念章. */
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
