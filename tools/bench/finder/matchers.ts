/** Owns finding every occurrence of many terms: with our scan, and with what others use for it. */
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import AhoCorasick2 from 'aho-corasick2';
import ModernAhoCorasick from 'modern-ahocorasick/fast';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { scan } from '../../../glossary/find/scan';
import type { FinderData } from '../../../glossary/pack/finder-data';

/** The matches of one text, in whatever shape the matcher gives them. */
export type Matching = (text: string) => unknown;

export interface Matcher {
  /** Builds what it needs for the terms. */
  build(terms: readonly string[]): Matching;
  /** The matches as `start-end`, in any order. */
  spans(matches: unknown): string[];
  /** Beyond, building or matching takes minutes. */
  maxTerms: number;
}

/** A pack of plain terms, without conditions. */
export function packOf(terms: readonly string[]): FinderData {
  const senses = terms.flatMap((_, i) => [i, i, -1]);
  return { revisions: ['bench'], patterns: terms.join('\n'), variants: '', senses, rules: [], blockers: [] };
}

/** Gives objects, as the others do: what is counted only is found faster than what is kept. */
export function matchingWith({ tables }: Finder): Matching {
  return (text) => {
    const matches: { pattern: number; start: number; end: number }[] = [];
    scan(tables, text, (pattern, start, end) => {
      matches.push({ pattern, start, end });
    });
    return matches;
  };
}

export const OURS: Matcher = {
  build: (terms) => matchingWith(createFinder(packOf(terms))),
  spans: (matches) => (matches as { start: number; end: number }[]).map(({ start, end }) => `${start}-${end}`),
  maxTerms: 1_000_000,
};

/** Casts of matches name the shapes the packages document. */
export const PEERS: Record<string, Matcher> = {
  '@monyone/aho-corasick/fast': {
    build: (terms) => {
      const matcher = new FastAhoCorasick([...terms]);
      return (text) => matcher.matchInText(text);
    },
    spans: (matches) => (matches as { begin: number; end: number }[]).map(({ begin, end }) => `${begin}-${end}`),
    maxTerms: 100_000,
  },
  'aho-corasick2': {
    build: (terms) => {
      const matcher = new AhoCorasick2();
      for (const term of terms) matcher.add(term);
      matcher.build_fail();
      return (text) => matcher.search(text);
    },
    spans: (result) =>
      Object.entries((result as { matches: Record<string, number[]> }).matches).flatMap(([term, starts]) =>
        starts.map((start) => `${start}-${start + term.length}`),
      ),
    maxTerms: 10_000,
  },
  'modern-ahocorasick': {
    build: (terms) => {
      const matcher = new ModernAhoCorasick([...terms]);
      return (text) => matcher.search(text);
    },
    spans: (matches) => (matches as { start: number; end: number }[]).map(({ start, end }) => `${start}-${end}`),
    maxTerms: 10_000,
  },
};

/** Leftmost, longest first: the only one that does not tell of matches inside others. */
export const ALTERNATION: Matcher = {
  build: (terms) => {
    const expression = new RegExp([...terms].sort((a, b) => b.length - a.length).join('|'), 'g');
    return (text) => [...text.matchAll(expression)];
  },
  spans: (matches) =>
    (matches as RegExpMatchArray[]).map((match) => `${match.index ?? 0}-${(match.index ?? 0) + match[0].length}`),
  maxTerms: 1_000,
};

/** Of all spans those an alternation finds: leftmost, then longest. */
export function leftmostLongest(spans: readonly string[]): string[] {
  const pairs = spans.map((span) => span.split('-').map(Number) as [number, number]); // As written above.
  pairs.sort(([a, b], [c, d]) => a - c || d - b);
  let end = 0;
  return pairs.flatMap(([from, to]) => {
    if (from < end) return [];
    end = to;
    return [`${from}-${to}`];
  });
}
