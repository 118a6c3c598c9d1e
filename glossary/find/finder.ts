/** Owns a pack's finder ready for use: the tables, and the senses of each pattern. */
import type { EntryIndex, FinderData, PatternIndex, Rule } from '../pack/finder-data';
import { finish } from './pace';
import { PatternSenses } from './pattern-senses';
import { alphabetOf, buildingTables, type Tables } from './tables';

export interface Finder {
  /** As `FinderData.revisions`. */
  revisions: readonly string[];
  tables: Tables;
  /** Folded text of a pattern, empty for one there is not. */
  textOf(pattern: PatternIndex): string;
  senses: PatternSenses;
  blockers: ReadonlySet<PatternIndex>;
  /** Cues and entries that some rule wants to know of anywhere on the page; of others nothing has to be remembered. */
  asked: { cues: ReadonlySet<PatternIndex>; entries: ReadonlySet<EntryIndex> };
}

/** What a finder is made of besides its tables. Nothing is unpacked before it is asked for. */
export interface FinderParts {
  revisions: readonly string[];
  /** Folded patterns, line feed between them. */
  patterns: () => string;
  /** Triples, as in `FinderData`. */
  senses: ArrayLike<number>;
  rules: readonly Rule[];
  blockers: readonly PatternIndex[];
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
  const patterns = data.patterns === '' ? [] : data.patterns.split('\n');
  const alphabet = alphabetOf(patterns, data.variants, neighboursOf(data.rules));
  yield;
  const tables = yield* buildingTables(patterns, alphabet);
  return assembleFinder({ ...data, patterns: () => data.patterns }, tables);
}

/** The letters of words that rules look for beside a form: the tables must tell them apart, too. */
export function neighboursOf(rules: readonly Rule[]): string {
  return rules.flatMap((rule) => [...(rule.notBefore ?? []), ...(rule.notAfter ?? [])]).join('');
}

export function assembleFinder({ revisions, patterns, senses, rules, blockers }: FinderParts, tables: Tables): Finder {
  let texts: string[] | null = null;
  return {
    revisions,
    tables,
    textOf(pattern) {
      texts ??= patterns().split('\n');
      return texts[pattern] ?? '';
    },
    senses: new PatternSenses(senses, rules),
    blockers: new Set(blockers),
    asked: {
      cues: new Set(rules.flatMap((rule) => [...(rule.page ?? []), ...(rule.unlessPage ?? [])])),
      entries: new Set(rules.flatMap((rule) => rule.entries ?? [])),
    },
  };
}
