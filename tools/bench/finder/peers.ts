/** Other ways of finding terms, as peers of the finder. None folds, weighs or resolves overlaps. */

/** Searches a page, given by paragraphs. @returns the number of matches, which keeps the work from being optimised away. */
export type Search = (page: readonly string[]) => number;

function each(search: (paragraph: string) => number): Search {
  return (page) => {
    let count = 0;
    for (const paragraph of page) count += search(paragraph);
    return count;
  };
}

/** Searches each term by `indexOf`: fast for few terms. */
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

/** Reads every unit without searching: the lower limit of any search. */
export const readOnly: Search = each((paragraph) => {
  let sum = 0;
  for (let i = 0; i < paragraph.length; i++) sum += paragraph.charCodeAt(i);
  return sum;
});
