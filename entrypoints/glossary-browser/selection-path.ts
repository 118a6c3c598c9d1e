/** Chooses the page for a selection: the longest entry around it, otherwise a search for it. */
import { entryAround } from '../../glossary/find/standalone-text';
import type { Library } from '../../glossary/library/library';
import { libraryFinder } from '../../glossary/library/library-finder';
import type { FinderData } from '../../glossary/pack/finder-data';
import { truncate } from '../../glossary/truncate';
import type { LookedUp } from '../shared/looked-up';
import { glossaryPath, glossarySearchPath } from '../shared/page-paths';

/** Longest query that search reads, in UTF-16 units. */
const MAX_QUERY = 64;

/** The path of a page of the book. Terms of imported packs are not found. @param added of `readAddedFinder`. */
export function pathFor(
  selected: LookedUp,
  library: Library,
  { bundled, added }: { bundled: FinderData; added: FinderData | null },
): string {
  const finder = libraryFinder(bundled, added);
  const index = entryAround(finder, selected);
  const entry = index === null ? null : library.at(finder.revisions, index);
  if (entry) return glossaryPath(entry.id);
  if (selected.isPrivate) return glossarySearchPath('');
  return glossarySearchPath(truncate(selected.text.slice(selected.start, selected.end).trim(), MAX_QUERY));
}
