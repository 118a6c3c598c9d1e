/** Owns where a selection leads: to the longest entry around it, or else to a search for it. */
import { entryAround, type Selected } from '../../glossary/find/standalone-text';
import type { Library } from '../../glossary/library/library';
import { libraryFinder } from '../../glossary/library/library-finder';
import type { FinderData } from '../../glossary/pack/finder-data';
import { glossaryPath, glossarySearchPath } from '../shared/paths/glossary-path';
import { beginningOf } from './beginning';

/** Longer queries are cut: search reads no further. In UTF-16 units. */
const MAX_QUERY = 64;

/** What a selection is looked up in, and for whom. */
interface Asker {
  bundled: FinderData;
  /** As `readAddedFinder` gives it. */
  added: FinderData | null;
  /** Whether the selection is in a private window: the browser may keep the address, which then tells nothing of it. */
  isPrivate: boolean;
}

/** An address of the extension. */
export function pathFor(selected: Selected, library: Library, { bundled, added, isPrivate }: Asker): string {
  const finder = libraryFinder(bundled, added);
  const index = entryAround(finder, selected);
  const entry = index === null ? null : library.at(finder.revisions, index);
  if (entry) return glossaryPath(entry.id);
  if (isPrivate) return glossarySearchPath('');
  return glossarySearchPath(beginningOf(selected.text.slice(selected.start, selected.end).trim(), MAX_QUERY));
}
