/** Owns where a selection leads: to the longest entry around it, or else to a search for it. */

import finderData from 'virtual:pangzhu/finder';
import type { FinderData } from '../../glossary/find/finder-data';
import { entryAround, type Selected } from '../../glossary/find/mention-at';
import { finderWithOwn } from '../../glossary/own/finder-with-own';
import { entryAt } from '../../glossary/own/reader-pack';
import type { ReaderPack } from '../../glossary/pack/pack';
import { entryPath, glossarySearchPath } from '../shared/paths/glossary-path';

/** Nobody looks up more; search reads no further either. In UTF-16 units. */
const MAX_QUERY = 64;

/** An address of the extension. @param own as `readOwnFinder` gives it. */
export function pathFor(selected: Selected, pack: ReaderPack, own: FinderData | null): string {
  const finder = finderWithOwn(finderData, own);
  const index = entryAround(finder, selected);
  const entry = index === null ? null : entryAt(pack, finder.revision, index);
  if (entry) return entryPath(entry.id);
  return glossarySearchPath(selected.text.slice(selected.start, selected.end).trim().slice(0, MAX_QUERY));
}
