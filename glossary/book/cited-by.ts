/** Maps the passages of a bulletin to the entries that quote them as evidence. */
import { addToGroup } from '../add-to-group';
import type { Entry } from '../library/library';

/** Entries by passage id (`p1s2`, or `signature`), each once per passage, in the order of `entries`. @param bulletin id. */
export function citedBy(entries: readonly Entry[], bulletin: string): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const passages = new Set(entry.evidence.filter((item) => item.bulletin === bulletin).map((item) => item.passage));
    for (const passage of passages) addToGroup(found, passage, entry);
  }
  return found;
}
