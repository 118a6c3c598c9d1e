/** Paths of the extension's pages, from its root. Names and texts in them are percent-encoded. */
import { partsOf, USER_PACK } from '../../glossary/library/entry-name';

export const GLOSSARY_PATH = '/glossary-browser.html';
export const PACKS_PATH = '/glossaries.html';

/** The path of a passage. */
export function bulletinPath(bulletin: string, passage: string): string {
  return `/bulletin.html?id=${encodeURIComponent(bulletin)}#${encodeURIComponent(passage)}`;
}

/** The path from an entry's card: its page in the book, or for a term of the reader's own its form in the options. */
export function onwardPath(entry: string): string {
  const { pack, term } = partsOf(entry);
  return pack === USER_PACK ? editTermPath(term) : glossaryPath(entry);
}

/** The path of an entry's page. @param entry its name. */
export function glossaryPath(entry: string): string {
  return `${GLOSSARY_PATH}#/entry/${entry.split('/').map(encodeURIComponent).join('/')}`;
}

/** The path of the index by category. */
export function glossaryCategoriesPath(): string {
  return `${GLOSSARY_PATH}#/category`;
}

/** The path of a search. @param query any text: lone surrogates, which addresses cannot contain, are replaced. */
export function glossarySearchPath(query: string): string {
  return `${GLOSSARY_PATH}#/search/${encodeURIComponent(query.toWellFormed())}`;
}

/** The path that leads on from a selection. @param id of `storeLookedUp`. */
export function glossarySelectionPath(id: string): string {
  return `${GLOSSARY_PATH}#/selection/${id}`;
}

/** The path of the form for a new term. @param headword filled in; any text, as in `glossarySearchPath`. */
export function addTermPath(headword: string): string {
  return `/options.html#add-term/${encodeURIComponent(headword.toWellFormed())}`;
}

/** The path of the form for a term of the reader's own. */
export function editTermPath(term: string): string {
  return `/options.html#term/${encodeURIComponent(term)}`;
}

/** The path of a report. @param id of its draft. */
export function reportPath(id: string): string {
  return `/report.html?id=${encodeURIComponent(id)}`;
}

/** Decodes percent-encoding; invalid text is unchanged. */
export function decodedText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
