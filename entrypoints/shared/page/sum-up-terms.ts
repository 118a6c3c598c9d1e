/** Sums up the terms that the frames of a tab report. */
import type { Entry, Library } from '../../../glossary/library/library';
import type { EntryIndex } from '../../../glossary/pack/finder-data';
import type { PageTerms } from '../messages';

/** An entry that the page mentions. */
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

/** The entries that the frames mention, in the order of their first mention, without those that the library does not have. */
export function sumUp(frames: Iterable<PageTerms>, library: Pick<Library, 'at'>): CountedEntry[] {
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

/** The frame of a mention, and the mention's number among those of its entry in that frame; null if it is gone. */
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
