/** Owns the way back from a bulletin: which entries rest on which of its passages. */
import type { Entry } from '../library/library';

/** Entries by the passage (or `signature`) that is their evidence, in the order of `entries`. */
export function citedBy(entries: readonly Entry[], bulletin: string): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const passages = new Set(entry.evidence.filter((item) => item.bulletin === bulletin).map((item) => item.passage));
    for (const passage of passages) {
      const citing = found.get(passage);
      if (citing) citing.push(entry);
      else found.set(passage, [entry]);
    }
  }
  return found;
}
