/** Paths of terms in the options. */

/** The path of the form for a new term. @param headword filled in; any text, as in `glossarySearchPath`. */
export function addTermPath(headword: string): string {
  return `/options.html#add-term/${encodeURIComponent(headword.toWellFormed())}`;
}

/** The path of the form for a term of the reader's own. */
export function editTermPath(term: string): string {
  return `/options.html#term/${encodeURIComponent(term)}`;
}
