/** Chooses the page for a selection: the longest entry around it, otherwise a search for it. */
import { entryAround, type Selected } from '../../glossary/find/standalone-text';
import type { Library } from '../../glossary/library/library';
import { libraryFinder } from '../../glossary/library/library-finder';
import type { FinderData } from '../../glossary/pack/finder-data';
import { glossaryPath, glossarySearchPath } from '../shared/page-paths';

/** Longest query that search reads, in UTF-16 units. */
const MAX_QUERY = 64;

/** Where the selection is looked up, and for whom. */
interface Context {
  bundled: FinderData;
  /** Of `readAddedFinder`. */
  added: FinderData | null;
  /** Whether the selection is in a private window. The browser may store the address, which then does not contain it. */
  isPrivate: boolean;
}

/** The path of an extension page. */
export function pathFor(selected: Selected, library: Library, { bundled, added, isPrivate }: Context): string {
  const finder = libraryFinder(bundled, added);
  const index = entryAround(finder, selected);
  const entry = index === null ? null : library.at(finder.revisions, index);
  if (entry) return glossaryPath(entry.id);
  if (isPrivate) return glossarySearchPath('');
  return glossarySearchPath(truncate(selected.text.slice(selected.start, selected.end).trim(), MAX_QUERY));
}

/** The beginning of a text, without half a surrogate pair. @param max in UTF-16 units. */
export function truncate(text: string, max: number): string {
  return text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
}
