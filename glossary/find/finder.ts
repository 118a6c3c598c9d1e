/** A pack's finder ready for use: its tables, and the senses of each pattern. */
import { neighboursIn } from '../pack/compile-finder';
import type { EntryIndex, FinderData, PatternIndex, Rule, Setting } from '../pack/finder-data';
import { alphabetOf } from './letter-classes';
import { PatternSenses } from './pattern-senses';
import { finish } from './step-budget';
import { buildingTables, type Tables } from './tables';
import { isCrossedByWord } from './word-edges';

/** Immutable; may be shared by any number of `PageFinder`s. */
export interface Finder {
  revision: string;
  tables: Tables;
  /** Folded text of a pattern; empty for an unknown index. */
  textOf(pattern: PatternIndex): string;
  senses: PatternSenses;
  exclusions: ReadonlySet<PatternIndex>;
  settings: readonly Setting[];
  /**
   * Entries from this index on come first among the senses of a mention; infinite where none do. Evidence is weighed
   * without regard to it: an added term takes no evidence away from others.
   */
  leadingFrom: EntryIndex;
  /** Whether a word of the text crosses an edge of a span, so that no form stands there (`word-edges.ts`). */
  isCrossed: typeof isCrossedByWord;
  /** Cues and entries that some rule asks for anywhere on the page; evidence of others need not be kept. */
  asked: { cues: ReadonlySet<PatternIndex>; entries: ReadonlySet<EntryIndex> };
}

/** What a finder is assembled from besides its tables. */
export interface FinderParts {
  revision: string;
  /** Folded patterns, line feed between them. Called when the first is asked for. */
  patterns: () => string;
  /** Triples, as in `FinderData`. */
  senses: ArrayLike<number>;
  rules: readonly Rule[];
  exclusions: readonly PatternIndex[];
  settings?: readonly Setting[] | undefined;
}

/**
 * Builds the tables of `data`. Takes a millisecond or two for a hundred entries: build once a document.
 * @param leadingFrom as `Finder.leadingFrom`.
 * @throws {RangeError} for damaged data, as `buildTables` does.
 */
export function createFinder(data: FinderData, leadingFrom?: EntryIndex): Finder {
  return finish(creatingFinder(data, leadingFrom));
}

/** As `createFinder`, in steps. */
export function* creatingFinder(
  data: FinderData,
  leadingFrom: EntryIndex = Number.POSITIVE_INFINITY,
): Generator<void, Finder> {
  const patterns = data.patterns === '' ? [] : data.patterns.split('\n');
  const alphabet = alphabetOf(patterns, data.variants, neighboursOf(data.rules));
  yield;
  const tables = yield* buildingTables(patterns, alphabet);
  return { ...assembleFinder({ ...data, patterns: () => data.patterns }, tables), leadingFrom };
}

/** The letters of words that rules look for beside a form: the tables must tell them apart as well. */
export function neighboursOf(rules: readonly Rule[]): string {
  return rules.flatMap(neighboursIn).join('');
}

/** Makes a finder of tables that were built before. Linear in the rules. */
export function assembleFinder(
  { revision, patterns, senses, rules, exclusions, settings = [] }: FinderParts,
  tables: Tables,
): Finder {
  let texts: string[] | null = null;
  return {
    revision,
    tables,
    textOf(pattern) {
      texts ??= patterns().split('\n');
      return texts[pattern] ?? '';
    },
    senses: new PatternSenses(senses, rules),
    exclusions: new Set(exclusions),
    settings,
    leadingFrom: Number.POSITIVE_INFINITY,
    isCrossed: isCrossedByWord,
    asked: {
      cues: new Set([
        ...rules.flatMap((rule) => [...(rule.page ?? []), ...(rule.unlessPage ?? [])]),
        ...settings.flatMap(({ home }) => home),
      ]),
      entries: new Set(rules.flatMap((rule) => rule.entries ?? [])),
    },
  };
}
