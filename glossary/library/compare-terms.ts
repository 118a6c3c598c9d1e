/** Compares two revisions of a pack, term by term. */
import type { PlainTerm } from '../pack/plain-term';

/** The changes of an update. */
export interface TermChanges {
  added: number;
  changed: number;
  gone: number;
  same: number;
  /** Headwords of the first few of each. */
  examples: { added: string[]; changed: string[]; gone: string[] };
}

/** Headwords that are named of each kind of change. */
const MAX_EXAMPLES = 20;

/** By the ids of terms, which follow from their headwords where a file gives none. Linear. */
export function compareTerms(before: readonly PlainTerm[], after: readonly PlainTerm[]): TermChanges {
  const known = new Map(before.map((term) => [term.id, term]));
  const changes: TermChanges = {
    added: 0,
    changed: 0,
    gone: 0,
    same: 0,
    examples: { added: [], changed: [], gone: [] },
  };
  const note = (kind: 'added' | 'changed' | 'gone', { headword }: PlainTerm) => {
    changes[kind]++;
    if (changes.examples[kind].length < MAX_EXAMPLES) changes.examples[kind].push(headword);
  };
  for (const term of after) {
    const old = known.get(term.id);
    known.delete(term.id);
    if (!old) note('added', term);
    else if (isSame(old, term)) changes.same++;
    else note('changed', term);
  }
  for (const term of known.values()) note('gone', term);
  return changes;
}

function isSame(one: PlainTerm, other: PlainTerm): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** Fields by name: formats give them in orders of their own. */
function inOrder(term: PlainTerm): [string, unknown][] {
  return Object.entries(term).sort(([a], [b]) => (a < b ? -1 : 1));
}
