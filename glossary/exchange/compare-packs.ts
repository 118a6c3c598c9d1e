/** Compares two revisions of a pack: terms added, changed and removed by an update. */
import type { PackContent, PlainTerm } from '../pack/plain-term';

/** A term that both revisions have, with differences. */
export interface ChangedTerm {
  before: PlainTerm;
  after: PlainTerm;
}

/** Terms by what an update does to them, each in the order of its pack. */
export interface PackChanges {
  added: readonly PlainTerm[];
  changed: readonly ChangedTerm[];
  gone: readonly PlainTerm[];
  /** Number of terms without a difference. */
  same: number;
}

/** Terms are the same by their ids. Linear in the letters. */
export function comparePacks(before: PackContent, after: PackContent): PackChanges {
  const old = new Map(before.terms.map((term) => [term.id, term]));
  const added: PlainTerm[] = [];
  const changed: ChangedTerm[] = [];
  let same = 0;
  for (const term of after.terms) {
    const known = old.get(term.id);
    old.delete(term.id);
    if (!known) added.push(term);
    else if (keyOf(known) === keyOf(term)) same++;
    else changed.push({ before: known, after: term });
  }
  return { added, changed, gone: [...old.values()], same };
}

/** The order of fields does not count. */
function keyOf(term: PlainTerm): string {
  const fields = Object.entries(term).sort(([a], [b]) => (a < b ? -1 : 1));
  const { source } = term;
  const parts = source ? [source.title, source.url, source.quote ?? '', source.date ?? ''] : null;
  return JSON.stringify([...fields.filter(([name]) => name !== 'source'), parts]);
}
