/** Owns a pack's finder ready for use: the tables, and the senses of each pattern. */
import type { EntryIndex, FinderData, PatternIndex, Rule } from './finder-data';
import { buildTables, type Tables } from './tables';

/** A sense a pattern may have, with the rule that decides it (null: always). */
export interface RuledSense {
  entry: EntryIndex;
  rule: Rule | null;
}

export interface Finder {
  revision: string;
  tables: Tables;
  patterns: readonly string[];
  /** By pattern; empty for blockers and for patterns that are only cues. */
  senses: readonly (readonly RuledSense[])[];
  blockers: ReadonlySet<PatternIndex>;
  /** Cues and entries that some rule wants to know of anywhere on the page; of others nothing has to be remembered. */
  asked: { cues: ReadonlySet<PatternIndex>; entries: ReadonlySet<EntryIndex> };
}

/** Unpacks `data`. Takes a millisecond or two for a hundred entries: build once a document. */
export function createFinder(data: FinderData): Finder {
  const patterns = data.patterns.split('\n');
  const senses: RuledSense[][] = patterns.map(() => []);
  for (let i = 0; i + 2 < data.senses.length; i += 3) {
    const [pattern, entry, rule] = data.senses.slice(i, i + 3) as [number, number, number]; // Triples, by contract.
    senses[pattern]?.push({ entry, rule: data.rules[rule] ?? null });
  }
  const neighbours = data.rules.flatMap((rule) => [...(rule.notBefore ?? []), ...(rule.notAfter ?? [])]).join('');
  return {
    revision: data.revision,
    tables: buildTables(patterns, data.variants, neighbours),
    patterns,
    senses,
    blockers: new Set(data.blockers),
    asked: {
      cues: new Set(data.rules.flatMap((rule) => [...(rule.page ?? []), ...(rule.unlessPage ?? [])])),
      entries: new Set(data.rules.flatMap((rule) => rule.entries ?? [])),
    },
  };
}
