/** Owns addresses in the options, relative to the extension's own origin. */

/** Where a term of the reader's own is added, with what it is called filled in: anything, as in `glossarySearchPath`. */
export function addTermPath(headword: string): string {
  return `/options.html#add-term/${encodeURIComponent(headword.toWellFormed())}`;
}

/** Where a term of the reader's own is changed. */
export function editTermPath(term: string): string {
  return `/options.html#term/${encodeURIComponent(term)}`;
}
