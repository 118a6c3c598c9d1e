/** Owns addresses of entries and searches, relative to the extension's own origin. */
import { ownTermOf } from '../../../glossary/library/own-id';
import { editTermPath } from './options-path';

export const GLOSSARY_PATH = '/glossary-browser.html';

/** Where an entry leads that was explained already: to its page, or for a term of the reader's own where they can change it. */
export function onwardPath(entry: string): string {
  const term = ownTermOf(entry);
  return term === null ? glossaryPath(entry) : editTermPath(term);
}

/** Where an entry is explained. @param entry its id. */
export function glossaryPath(entry: string): string {
  return `${GLOSSARY_PATH}#/entry/${encodeURIComponent(entry)}`;
}

/** All entries, by what they are. */
export function glossaryCategoriesPath(): string {
  return `${GLOSSARY_PATH}#/category`;
}

/** @param query anything: half a character, which no address can hold, is shown as such. */
export function glossarySearchPath(query: string): string {
  return `${GLOSSARY_PATH}#/search/${encodeURIComponent(query.toWellFormed())}`;
}
