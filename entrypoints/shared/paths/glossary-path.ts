/** Owns addresses of entries and searches, relative to the extension's own origin. */
import { ownTermOf } from '../../../glossary/own/own-id';
import { editTermPath } from './options-path';

export const GLOSSARY_PATH = '/glossary-browser.html';

/** Where an entry is explained: a term of the reader's own, where they can change it. @param entry an entry's id. */
export function entryPath(entry: string): string {
  const term = ownTermOf(entry);
  return term === null ? glossaryPath(entry) : editTermPath(term);
}

/** @param entry the id of an entry of the bundled pack. */
export function glossaryPath(entry: string): string {
  return `${GLOSSARY_PATH}#/entry/${encodeURIComponent(entry)}`;
}

export function glossarySearchPath(query: string): string {
  return `${GLOSSARY_PATH}#/search/${encodeURIComponent(query)}`;
}
