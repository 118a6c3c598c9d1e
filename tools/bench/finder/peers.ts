/** Owns the other ways of finding terms that the finder is measured against. None folds, weighs or resolves overlaps. */

/** Finds what it finds in a page, given by paragraphs; the count keeps the work from being optimised away. */
export type Search = (page: readonly string[]) => number;

function each(search: (paragraph: string) => number): Search {
  return (page) => {
    let count = 0;
    for (const paragraph of page) count += search(paragraph);
    return count;
  };
}

/** One search a term: simple, and quick for few terms. */
export function termByTerm(terms: readonly string[]): Search {
  return each((paragraph) => {
    let count = 0;
    for (const term of terms)
      for (let at = paragraph.indexOf(term); at >= 0; at = paragraph.indexOf(term, at + term.length)) count++;
    return count;
  });
}

/** All terms in one regular expression, longer ones first. */
export function alternation(terms: readonly string[]): Search {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  const expression = new RegExp(
    longestFirst.map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'),
    'g',
  );
  return each((paragraph) => paragraph.match(expression)?.length ?? 0);
}

/** Reads every unit and does nothing with it: no search can be faster. */
export const readOnly: Search = each((paragraph) => {
  let sum = 0;
  for (let i = 0; i < paragraph.length; i++) sum += paragraph.charCodeAt(i);
  return sum;
});
