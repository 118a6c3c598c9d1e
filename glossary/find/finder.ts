/** A pack's finder ready for use: its tables, and the senses of each pattern. */
import { neighboursIn } from '../pack/compile-finder';
import type { EntryIndex, FinderData, PatternIndex, Rule, Setting } from '../pack/finder-data';
import { finish } from '../pack/step-budget';
import { alphabetOf } from './letter-classes';
import { PatternSenses } from './pattern-senses';
import { buildingTables, type Tables } from './tables';
import { isCrossedByWord, isCutByWord } from './word-edges';

/** Tables whose pattern 0 is pattern `from` of the finder. */
export interface AddedTables {
  tables: Tables;
  from: PatternIndex;
}

/** Immutable; may be shared by any number of `PageFinder`s. */
export interface Finder {
  /** As `FinderData.revisions`. */
  revisions: readonly string[];
  tables: Tables;
  /** Tables of packs that were compiled apart (`add-packs.ts`). */
  added: readonly AddedTables[];
  /** Folded text of a pattern; empty for an unknown index. */
  textOf(pattern: PatternIndex): string;
  senses: Pick<PatternSenses, 'of'>;
  exclusions: ReadonlySet<PatternIndex>;
  settings: readonly Setting[];
  /** Whether a word of the text crosses an edge of a span, so that it is no form (`word-edges.ts`). */
  isCrossed: typeof isCrossedByWord;
  /** Whether a word of the text cuts a span, so that it is no cue. */
  isCut: typeof isCutByWord;
  /** Cues and entries that some rule asks for anywhere on the page; evidence of others need not be kept. */
  asked: { cues: ReadonlySet<PatternIndex>; entries: ReadonlySet<EntryIndex> };
}

/**
 * Builds the tables of `data`. Takes a millisecond or two for a hundred entries: build once a document.
 * @throws {RangeError} for damaged data, as `buildTables` does.
 */
export function createFinder(data: FinderData): Finder {
  return finish(creatingFinder(data));
}

/** As `createFinder`, in steps. */
export function* creatingFinder(data: FinderData): Generator<void, Finder> {
  const { revisions, senses, rules, exclusions, settings = [] } = data;
  const patterns = data.patterns === '' ? [] : data.patterns.split('\n');
  const alphabet = alphabetOf(patterns, data.variants, neighboursOf(rules));
  yield;
  const tables = yield* buildingTables(patterns, alphabet);
  return {
    revisions,
    tables,
    added: [],
    // The trie keeps the texts as well.
    textOf: (pattern) => patterns[pattern] ?? '',
    senses: new PatternSenses(senses, rules),
    exclusions: new Set(exclusions),
    settings,
    isCrossed: isCrossedByWord,
    isCut: isCutByWord,
    asked: {
      cues: new Set(rules.flatMap((rule) => [...(rule.page ?? []), ...(rule.unlessPage ?? [])])),
      entries: new Set(rules.flatMap((rule) => rule.entries ?? [])),
    },
  };
}

/** The letters of words that rules look for beside a form: the tables must tell them apart as well. */
function neighboursOf(rules: readonly Rule[]): string {
  let letters = '';
  for (const rule of rules) letters += neighboursIn(rule).join('');
  return letters;
}
