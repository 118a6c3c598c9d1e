/** Owns the ids by which terms of the reader's own are known among entries. */

/** No id of a pack has a slash in it. */
const PREFIX = 'own/';

/** @param term its id among the reader's terms: of letters, digits and hyphens. */
export function ownEntryId(term: string): string {
  return PREFIX + term;
}

/** The term an entry's id stands for; null for an entry of a pack. */
export function ownTermOf(entry: string): string | null {
  return entry.startsWith(PREFIX) ? entry.slice(PREFIX.length) : null;
}
