/** Owns the ids by which entries are known, and how terms that are in no bundled pack get theirs. */

/** No id of a pack has a slash in it. */
const OWN = 'own/';
const PRESET = 'preset/';

/** Ids of entries as tabs may say them: of a pack, or of a term that was added. */
export const ENTRY_ID = /^(?=.{1,100}$)((own|preset)\/)?[A-Za-z0-9-]+$/;

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
