/** Owns addresses in the glossary's own page, relative to the extension's own origin. */

export const GLOSSARY_PATH = '/glossary-browser.html';

/** @param entry an entry's id. */
export function glossaryPath(entry: string): string {
  return `${GLOSSARY_PATH}#/entry/${encodeURIComponent(entry)}`;
}

export function glossarySearchPath(query: string): string {
  return `${GLOSSARY_PATH}#/search/${encodeURIComponent(query)}`;
}
