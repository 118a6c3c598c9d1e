/** Owns a pack with the terms that came in the browser after its entries, so that one index names an entry of either. */
import type { EntryIndex } from '../pack/finder-data';
import type { AnyEntry, Pack, ReaderPack } from '../pack/pack';
import type { Readings } from '../search/homophones';
import { bundledRevision, joinedRevision, ownRevision } from './compile-own';
import { type AddedTerm, createAddedEntries, isAdded } from './own-entry';

interface Own {
  terms: readonly AddedTerm[];
  /** Spellings of the letters of their forms, as pairs (`FinderData.variants`). */
  variants: string;
  /** How characters are read, for search by pinyin; '' to do without. */
  readings: Readings;
}

/** The same pack for no terms. */
export function readerPack(pack: Pack, { terms, variants, readings }: Own): ReaderPack {
  if (terms.length === 0) return pack;
  const both = pack.variants + variants;
  return {
    ...pack,
    revision: joinedRevision(pack.revision, ownRevision(terms)),
    entries: [...pack.entries, ...terms.map(createAddedEntries({ variants: both, readings }))],
    variants: both,
  };
}

/**
 * The entry that an index meant in the pack named by `revision`; null where that cannot be said. Whatever terms were
 * added, an entry of the bundled pack keeps its index.
 */
export function entryAt(pack: ReaderPack, revision: string, index: EntryIndex): AnyEntry | null {
  const entry = pack.entries[index] ?? null;
  if (revision === pack.revision) return entry;
  return isOfSamePack(pack, revision) && entry && !isAdded(entry) ? entry : null;
}

/** Whether `revision` names the same bundled pack, with whatever terms. */
export function isOfSamePack(pack: ReaderPack, revision: string): boolean {
  return bundledRevision(revision) === bundledRevision(pack.revision);
}
