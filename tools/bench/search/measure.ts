/**
 * Measures a keystroke of search against other engines with the same queries, forms and readings, and prints the results
 * as JSON. The other engines do not search definitions, which would make Fuse.js seven times slower.
 */
import uFuzzy from '@leeoniya/ufuzzy';
import { Charset, Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Term } from '../../../glossary/pack/pack';
import { createSearch } from '../../../glossary/search/search';
import type { Measured } from '../result';
import { quantileOf } from '../timing';
import { libraryOf, readWords } from './packs';
import { queriesFor } from './queries';
import { measureRelevance } from './relevance';

const SIZES = [100, 10_000, 100_000];
/** Budgets of a keystroke at the 95th percentile in ms, by number of entries. */
const AIMS: Record<number, number> = { 100: 4, 10000: 8, 100000: 50 };
/** Slower peers are measured on the first queries only. */
const PATIENCE_MS = 20_000;
const ROUNDS = 3;
const LIMIT = 20;

type Find = (query: string) => unknown;
type Engine = (entries: readonly Term[]) => Find;

const readingOf = ({ keys }: Term) => (keys.syllables[0] ?? []).join('');
const initialsOf = ({ keys }: Term) => (keys.syllables[0] ?? []).map((syllable) => syllable[0]).join('');

const PEERS: Record<string, Engine> = {
  'Fuse.js alone': (entries) => {
    const records = entries.map((entry) => ({
      form: entry.headword,
      reading: readingOf(entry),
      initials: initialsOf(entry),
    }));
    const fuse = new Fuse(records, { keys: ['form', 'reading', 'initials'], threshold: 0.34, ignoreLocation: true });
    return (query) => fuse.search(query, { limit: LIMIT });
  },
  MiniSearch: (entries) => {
    const bigrams = (text: string) => Array.from(text, (_, i) => text.slice(i, i + 2));
    const mini = new MiniSearch({ fields: ['form', 'reading', 'initials'], tokenize: bigrams });
    mini.addAll(
      entries.map((entry, id) => ({
        id,
        form: entry.headword,
        reading: readingOf(entry),
        initials: initialsOf(entry),
      })),
    );
    return (query) => mini.search(query, { prefix: true, fuzzy: 0.2 }).slice(0, LIMIT);
  },
  FlexSearch: (entries) => {
    const document = new Document({
      document: { id: 'id', index: ['form', 'reading', 'initials'] },
      tokenize: 'forward',
      encoder: Charset.CJK,
    });
    entries.forEach((entry, id) => {
      document.add({ id, form: entry.headword, reading: readingOf(entry), initials: initialsOf(entry) });
    });
    return (query) => document.search(query, { limit: LIMIT });
  },
  uFuzzy: (entries) => {
    const fuzzy = new uFuzzy({ unicode: true, interSplit: "[^\\p{L}\\d']+", intraMode: 1 });
    const haystack = entries.map((entry) => `${entry.headword} ${readingOf(entry)} ${initialsOf(entry)}`);
    return (query) => fuzzy.search(haystack, query, 0, 1000);
  },
};

const words = readWords();
const results = [...measureRelevance(), ...SIZES.flatMap(measureSize)];
console.log(JSON.stringify(results));

function measureSize(size: number): Measured[] {
  const library = libraryOf(words, size);
  const queries = queriesFor(words.slice(0, size));
  const begin = performance.now();
  const search = createSearch({ entries: library.entries, variants: library.variants, bulletins: [] });
  const ready = performance.now() - begin;
  const first = performance.now();
  search.find('zhege');
  const firstQuery = performance.now() - first;
  const ours = times((query) => search.find(query, LIMIT), queries);
  const peers = Object.entries(PEERS).map(([name, make]) => [name, times(make(library.entries), queries)] as const);
  const quantile = (share: number, name: string, limit: number | null): Measured => ({
    name: `search, ${size} entries: a keystroke, ${name}`,
    value: quantileOf(ours, share),
    unit: 'ms',
    limit,
    peers: Object.fromEntries(peers.map(([peer, list]) => [peer, quantileOf(list, share)])),
  });
  const once = (name: string, value: number): Measured => ({
    name: `search, ${size} entries: ${name}`,
    value,
    unit: 'ms',
    limit: null,
    peers: {},
  });
  return [
    quantile(0.5, 'median', null),
    quantile(0.95, '95th percentile', AIMS[size] ?? null),
    quantile(1, 'worst', null),
    once('ready', ready),
    once('first query, which builds what near misses and definitions need', firstQuery),
  ];
}

/** Milliseconds by query: the best of several rounds, to exclude other load on the machine. */
function times(find: Find, queries: readonly string[]): number[] {
  const end = performance.now() + PATIENCE_MS;
  const best: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, query] of queries.entries()) {
      if (performance.now() > end && best.length > 10) break;
      const begin = performance.now();
      find(query);
      best[i] = Math.min(best[i] ?? Number.POSITIVE_INFINITY, performance.now() - begin);
    }
  }
  return best.filter((time) => time !== undefined);
}
