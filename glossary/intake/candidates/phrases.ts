/**
 * Proposes phrases in running text. Scores spans by their last word, by their position in the clause, and, if they recur, by
 * the cohesion of their words (pointwise mutual information) and the entropy at both edges.
 */
import { frequencyOf, wordsOf } from '../dictionary';
import { type Clause, countBy } from './clauses';
import type { Proposal } from './source';
import { type Span, spansOf } from './spans';
import { ADJECTIVES, GENERAL_NOUNS, HEAD_NOUNS, INNER_VERBS, NAME_HEADS, VERBAL_NOUNS } from './word-lists';

/** Score changes, tuned by hand on official prose, where names have two to four words. */
const GAIN = {
  nameHead: 1.6,
  head: 0.8,
  inner: -0.4,
  ordinary: 0.8,
  cut: -0.4,
  general: -0.8,
  opens: 0.8,
  closes: 0.9,
  verb: -0.8,
  recurs: 0.7,
  cohesion: 0.25,
  free: 0.5,
  bound: -0.9,
  joint: -0.5,
  nested: -0.6,
};

/** A proposal for each distinct span; weights are in (0, 1). */
export function phraseProposals(clauses: readonly Clause[]): Proposal[] {
  const spans = spansOf(clauses);
  const total = clauses.reduce((sum, clause) => sum + clause.length, 0);
  const counts = countBy(clauses.flat());
  const scored = [...spans.values()].map((span) => ({ span, score: scoreOf(span, counts, total) }));
  const best = new Map(scored.map(({ span, score }) => [span.text, score]));
  return scored.map(({ span, score }) => {
    const isNested = isPartOfBetter(span, score, best, spans);
    const weight = squash(score + (isNested ? GAIN.nested : 0));
    return { text: span.text, kind: span.count > 1 ? 'recurrent' : 'phrase', weight };
  });
}

function scoreOf(span: Span, counts: ReadonlyMap<string, number>, total: number): number {
  const { words, count, opens, closes, text } = span;
  const last = words.at(-1) ?? '';
  let score = lengthScore(text.length, wordsOf(text).length) + ordinaryScore(text);
  if (words.length > 1) score += headScore(last, words.slice(-2).join(''));
  if (words.slice(1, -1).some((word) => INNER_VERBS.has(word))) score += GAIN.inner;
  score += (GAIN.opens * opens) / count + (GAIN.closes * closes) / count;
  if (GENERAL_NOUNS.has(last)) score += GAIN.general;
  if (ADJECTIVES.has(words[0] ?? '') && !isHeaded(words)) score += GAIN.general;
  if (VERBAL_NOUNS.has(words[0] ?? '')) score += GAIN.verb;
  if (words.some((word) => word === '和' || word === '与')) score += GAIN.joint;
  if (count === 1) return score + (opens === 0 ? GAIN.cut : 0) + (closes === 0 ? GAIN.cut : 0);
  score += GAIN.recurs * Math.log2(count);
  score += GAIN.cohesion * Math.max(0, cohesion(words, counts, count, total));
  score += edgeScore(span.before) + edgeScore(span.after);
  return score;
}

/** Whether a long span ends like a name, so that an adjective may start it: 全面建设社会主义现代化国家新征程. */
function isHeaded(words: readonly string[]): boolean {
  return words.length > 3 && (HEAD_NOUNS.has(words.at(-1) ?? '') || NAME_HEADS.has(words.at(-1) ?? ''));
}

function headScore(last: string, lastTwo: string): number {
  if (NAME_HEADS.has(last) || NAME_HEADS.has(lastTwo)) return GAIN.nameHead;
  return HEAD_NOUNS.has(last) ? GAIN.head : 0;
}

/** @param words number of words by the segmenter; 1 is an ordinary word. */
function lengthScore(characters: number, words: number): number {
  if (words === 1) return 0;
  if (characters <= 2) return -0.5;
  if (characters === 3) return -0.1;
  return characters <= 8 ? 0.5 : characters <= 12 ? 0.2 : -0.5;
}

/** A loss for ordinary words that grows with their frequency; 0 for unknown words. */
function ordinaryScore(text: string): number {
  const frequency = frequencyOf(text);
  return frequency === 0 ? 0 : -Math.max(0, Math.log10(frequency) - 1) * GAIN.ordinary;
}

/** Pointwise mutual information of the words, per joint, in bits. */
function cohesion(words: readonly string[], counts: ReadonlyMap<string, number>, count: number, total: number): number {
  if (words.length < 2) return 0;
  const bits = words.reduce((sum, word) => sum - Math.log2((counts.get(word) ?? 1) / total), Math.log2(count / total));
  return bits / (words.length - 1) / 2;
}

/** Entropy of the neighbours: varying neighbours mark the edge of a name; a constant one continues it. */
function edgeScore(neighbours: readonly string[]): number {
  if (neighbours.every((word) => word === '')) return GAIN.free;
  const counts = countBy(neighbours.map((word, i) => word || `${i}`));
  if (counts.size === 1) return GAIN.bound;
  const entropy = [...counts.values()].reduce(
    (sum, n) => sum - (n / neighbours.length) * Math.log2(n / neighbours.length),
    0,
  );
  return Math.min(1, entropy) * GAIN.free;
}

/** Whether the span occurs only inside one longer span with at least the same score. */
function isPartOfBetter(
  span: Span,
  score: number,
  best: ReadonlyMap<string, number>,
  spans: ReadonlyMap<string, Span>,
): boolean {
  const longer = [
    ...new Set([...span.before.map((word) => word + span.text), ...span.after.map((word) => span.text + word)]),
  ];
  return longer.some((text) => {
    const other = text === span.text ? undefined : spans.get(text);
    return other !== undefined && other.count >= span.count && (best.get(text) ?? -Infinity) >= score;
  });
}

/** Maps a score to a weight in (0, 1) by the logistic function. */
function squash(score: number): number {
  return 1 / (1 + Math.exp(-(score - 2)));
}
