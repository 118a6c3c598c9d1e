/** Owns summing up what the frames of a tab say of their terms. */
import type { Entry, Pack } from '../../glossary/pack/pack';
import type { PageTerms } from './messages';

export interface CountedEntry {
  entry: Entry;
  /** Its index in the pack. */
  index: number;
  /** Mentions in all frames. */
  count: number;
}

/** A mention of an entry, counted through the frames in their order, from 0. */
export interface NthMention {
  entry: number;
  nth: number;
}

/** The entries all frames mention, in the order of their first mention. Frames of another revision are left out. */
export function sumUp(frames: Iterable<PageTerms>, pack: Pick<Pack, 'revision' | 'entries'>): CountedEntry[] {
  const counts = new Map<number, number>();
  for (const { revision, terms } of frames) {
    if (revision !== pack.revision) continue;
    for (const { entry, count } of terms) counts.set(entry, (counts.get(entry) ?? 0) + count);
  }
  return [...counts].flatMap(([index, count]) => {
    const entry = pack.entries[index];
    return entry ? [{ entry, index, count }] : [];
  });
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
