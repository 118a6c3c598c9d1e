/** Owns addresses of entries and searches, relative to the extension's own origin. */
import { partsOf, USER_PACK } from '../../../glossary/library/entry-name';
import { editTermPath } from './options-path';

export const GLOSSARY_PATH = '/glossary-browser.html';

/** Where an entry leads that was explained already: to its page, or for a term of the reader's own where they can change it. */
export function onwardPath(entry: string): string {
  const { pack, term } = partsOf(entry);
  return pack === USER_PACK ? editTermPath(term) : glossaryPath(entry);
}

/** Where an entry is explained. @param entry its name. */
export function glossaryPath(entry: string): string {
  return `${GLOSSARY_PATH}#/entry/${entry.split('/').map(encodeURIComponent).join('/')}`;
}

/** All entries, by what they are. */
export function glossaryCategoriesPath(): string {
  return `${GLOSSARY_PATH}#/category`;
}

/** @param query anything: half a character, which no address can hold, is shown as such. */
export function glossarySearchPath(query: string): string {
  return `${GLOSSARY_PATH}#/search/${encodeURIComponent(query.toWellFormed())}`;
}
