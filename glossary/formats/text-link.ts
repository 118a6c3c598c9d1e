/** Owns links to a sentence of a page, which browsers find by its text (a text fragment). */

/** @param address of the page, with or without a fragment of its own. */
export function linkToText(address: string, text: string): string {
  // The dash is a sign of its own there; in the middle of a fragment its directive begins without a second “#”.
  const wanted = encodeURIComponent(text).replace(/-/g, '%2D');
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${wanted}`;
}
