/** Owns the ids by which terms that are in no bundled pack are known among entries. */

/** No id of a pack has a slash in it. */
const OWN = 'own/';
const PRESET = 'preset/';

/** @param term its id among the reader's terms: of letters, digits and hyphens. */
export function ownEntryId(term: string): string {
  return OWN + term;
}

/** The reader's term an entry's id stands for; null for any other entry. */
export function ownTermOf(entry: string): string | null {
  return entry.startsWith(OWN) ? entry.slice(OWN.length) : null;
}

/** @param term its id among the organisation's terms: of letters, digits and hyphens. */
export function presetEntryId(term: string): string {
  return PRESET + term;
}

export function isPresetEntry(entry: string): boolean {
  return entry.startsWith(PRESET);
}
