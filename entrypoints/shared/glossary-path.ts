/** Owns addresses in the glossary's own page, relative to the extension's own origin. */

const PAGE = '/glossary-browser.html';

/** @param entry an entry's id. */
export function glossaryPath(entry: string): string {
  return `${PAGE}#/entry/${encodeURIComponent(entry)}`;
}

export function glossarySearchPath(query: string): string {
  return `${PAGE}#/search/${encodeURIComponent(query)}`;
}
