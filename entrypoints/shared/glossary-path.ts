/** Owns the address of an entry in the glossary's own page, relative to the extension's own origin. */
export function glossaryPath(entry: string): string {
  return `/glossary-browser.html#/entry/${encodeURIComponent(entry)}`;
}
