/** Owns summing up what the frames of a tab say of their terms. */
import type { Entry, Library } from '../../../glossary/library/library';
import type { EntryIndex } from '../../../glossary/pack/finder-data';
import type { PageTerms } from '../messages';

export interface CountedEntry {
  entry: Entry;
  index: EntryIndex;
  /** Mentions in all frames. */
  count: number;
}

/** A mention of an entry, counted through the frames in their order, from 0. */
export interface NthMention {
  entry: number;
  nth: number;
}

/** The entries all frames mention, in the order of their first mention. Entries the library does not know are left out. */
export function sumUp(frames: Iterable<PageTerms>, library: Library): CountedEntry[] {
  const counted = new Map<number, CountedEntry>();
  for (const { revisions, terms } of frames) {
    for (const { entry: index, count } of terms) {
      const entry = library.at(revisions, index);
      const before = counted.get(index)?.count ?? 0;
      if (entry) counted.set(index, { entry, index, count: before + count });
    }
  }
  return [...counted.values()];
}

/** Which frame has a mention, and which one it is in that frame; null if it is gone. */
export function placeOf(
  frames: Iterable<PageTerms>,
  { entry, nth }: NthMention,
): { frame: string; nth: number } | null {
  let before = 0;
  for (const { frame, terms } of frames) {
    const count = terms.find((term) => term.entry === entry)?.count ?? 0;
    if (nth < before + count) return { frame, nth: nth - before };
    before += count;
  }
  return null;
}
