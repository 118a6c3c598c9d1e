/** Adds packs with tables of their own to a finder. */
import { SEGMENT_SIZE } from '../pack/finder-data';
import type { AddedTables, Finder } from './finder';
import { type InsideWords, PatternSenses } from './pattern-senses';
import type { PackTables } from './tables-file';

/** The tables of one pack, and where its entries lie. */
export interface AddedPack extends PackTables {
  segment: number;
  /** Of the pack, as `FinderData.revisions`. */
  revision: string;
  insideWords: InsideWords;
}

/** Patterns of one finder or pack at most: those of each added pack have numbers of their own. */
const PATTERNS = 1 << 22;

/**
 * The finder with more packs. Their forms compete with all others for the same places; senses of a form that several
 * have are joined, and an exclusion that is a form of an added pack counts as a form. Costs nothing for their terms.
 */
export function withPacks(finder: Finder, packs: readonly AddedPack[]): Finder {
  if (packs.length === 0) return finder;
  const added: AddedTables[] = packs.map(({ tables }, i) => ({ tables, from: (i + 1) * PATTERNS }));
  const senses = packs.map(
    (pack) => new PatternSenses(pack.senses, pack.rules, pack.segment * SEGMENT_SIZE, pack.insideWords),
  );
  const revisions = [...finder.revisions];
  for (const { segment, revision } of packs) {
    while (revisions.length < segment) revisions.push('');
    revisions[segment] = revision;
  }
  return {
    ...finder,
    revisions,
    added,
    textOf: (pattern) => (pattern < PATTERNS ? finder.textOf(pattern) : ''),
    senses: {
      of: (pattern) => {
        const at = Math.floor(pattern / PATTERNS);
        return at === 0 ? finder.senses.of(pattern) : (senses[at - 1]?.of(pattern % PATTERNS) ?? []);
      },
    },
  };
}
