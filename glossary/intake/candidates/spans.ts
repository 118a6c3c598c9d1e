/** Collects the spans of words that can be a term, with their contexts. */
import type { Clause } from './clauses';
import { FUNCTION_WORDS, HEAD_NOUNS, INNER_VERBS, isBreak, PREFIXES, SUFFIXES, VERBAL_NOUNS } from './word-lists';

/** A sequence of words in the text, with all its occurrences. */
export interface Span {
  text: string;
  words: readonly string[];
  count: number;
  /** The words before and after its occurrences; '' at the edge of a clause. */
  before: string[];
  after: string[];
  /** Number of occurrences that start, and end, at an edge; those beside a verbal noun, or a head noun, count half. */
  opens: number;
  closes: number;
}

const MAX_WORDS = 8;
const MAX_CHARACTERS = 22;
const JOINTS = new Set(['和', '与', '的', '、']);

/** All spans of the clauses, by text. At most 8 words and 22 UTF-16 units each. */
export function spansOf(clauses: readonly Clause[]): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const clause of clauses) {
    for (let start = 0; start < clause.length; start++) {
      if (!canOpen(clause, start)) continue;
      for (let end = start + 1; end <= Math.min(clause.length, start + MAX_WORDS); end++) {
        if (isBroken(clause, start, end)) break;
        if (canClose(clause, start, end)) add(spans, clause, start, end);
      }
    }
  }
  return spans;
}

function canOpen(clause: Clause, start: number): boolean {
  const word = clause[start] ?? '';
  return !isBreak(word) && (word.length > 1 || PREFIXES.has(word) || clause.length === 1);
}

function canClose(clause: Clause, start: number, end: number): boolean {
  const text = clause.slice(start, end).join('');
  const last = clause[end - 1] ?? '';
  return (
    !isBreak(last) &&
    (last.length > 1 || SUFFIXES.has(last)) &&
    text.length >= 2 &&
    /\p{Script=Han}|[A-Z]{2}/u.test(text)
  );
}

/** A function word breaks a span, except one that joins two names: 桥梁和纽带, 党的全面领导. */
function isBroken(clause: Clause, start: number, end: number): boolean {
  const words = clause.slice(start, end);
  if (
    words.join('').length > MAX_CHARACTERS ||
    words.slice(1).some((word) => isBreak(word) && !FUNCTION_WORDS.has(word) && !INNER_VERBS.has(word))
  )
    return true;
  const inner = words.slice(1).filter((word) => FUNCTION_WORDS.has(word));
  const [joint] = inner;
  if (inner.length > 1 || (joint !== undefined && !JOINTS.has(joint))) return true;
  return joint === '的' && (words[0]?.length !== 1 || words.indexOf('的') !== 1);
}

function add(spans: Map<string, Span>, clause: Clause, start: number, end: number): void {
  const words = clause.slice(start, end);
  const text = words.join('');
  const span = spans.get(text) ?? { text, words, count: 0, before: [], after: [], opens: 0, closes: 0 };
  const [before = '', after = ''] = [clause[start - 1], clause[end]];
  span.count++;
  span.before.push(before);
  span.after.push(after);
  const isEdge = (word: string) => word === '' || isBreak(word);
  span.opens += isEdge(before) ? 1 : VERBAL_NOUNS.has(before) ? 0.5 : 0;
  span.closes += isEdge(after) ? 1 : HEAD_NOUNS.has(after) ? 0.5 : 0;
  spans.set(text, span);
}
