/** Matchers that find every occurrence of many terms: the product's scan, and those of other packages. */
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import AhoCorasick2 from 'aho-corasick2';
import ModernAhoCorasick from 'modern-ahocorasick/fast';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { scan } from '../../../glossary/find/scan';
import type { FinderData } from '../../../glossary/pack/finder-data';

/** Returns the matches of a text, in the matcher's own format. */
export type Matching = (text: string) => unknown;

/** A matcher under measurement. */
export interface Matcher {
  build(terms: readonly string[]): Matching;
  /** Converts matches to `start-end`, in any order. */
  spans(matches: unknown): string[];
  /** With more terms, building or matching takes minutes. */
  maxTerms: number;
}

/** A pack of plain terms, without conditions. */
export function packOf(terms: readonly string[]): FinderData {
  const senses = terms.flatMap((_, i) => [i, i, -1]);
  return { revisions: ['bench'], patterns: terms.join('\n'), variants: '', senses, rules: [], exclusions: [] };
}

/** Returns objects like the other matchers, because counting alone would be faster. */
export function matchingWith({ tables }: Finder): Matching {
  return (text) => {
    const matches: { pattern: number; start: number; end: number }[] = [];
    scan(tables, text, (pattern, start, end) => {
      matches.push({ pattern, start, end });
    });
    return matches;
  };
}

/** The product's scan. */
export const OURS: Matcher = {
  build: (terms) => matchingWith(createFinder(packOf(terms))),
  spans: (matches) => (matches as { start: number; end: number }[]).map(({ start, end }) => `${start}-${end}`),
  maxTerms: 1_000_000,
};

/** Other packages. The casts name the formats that they document. */
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

/** One regular expression: leftmost-longest, the only matcher without matches inside others. */
export const ALTERNATION: Matcher = {
  build: (terms) => {
    const expression = new RegExp([...terms].sort((a, b) => b.length - a.length).join('|'), 'g');
    return (text) => [...text.matchAll(expression)];
  },
  spans: (matches) =>
    (matches as RegExpMatchArray[]).map((match) => `${match.index ?? 0}-${(match.index ?? 0) + match[0].length}`),
  maxTerms: 1_000,
};

/** The spans that an alternation finds among all spans: leftmost, then longest. */
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
