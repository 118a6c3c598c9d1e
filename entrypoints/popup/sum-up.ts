/** Owns summing up what the frames of a tab say of their terms. */
import type { Entry, Pack } from '../../glossary/pack/pack';
import type { PageTerms } from '../shared/messages';

export interface CountedEntry {
  entry: Entry;
  count: number;
}

/** The entries all frames mention, in the order of their first mention. Frames of another revision are left out. */
export function sumUp(frames: Iterable<PageTerms>, pack: Pick<Pack, 'revision' | 'entries'>): CountedEntry[] {
  const counts = new Map<Entry, number>();
  for (const { revision, terms } of frames) {
    if (revision !== pack.revision) continue;
    for (const { entry: index, count } of terms) {
      const entry = pack.entries[index];
      if (entry) counts.set(entry, (counts.get(entry) ?? 0) + count);
    }
  }
  return [...counts].map(([entry, count]) => ({ entry, count }));
}
