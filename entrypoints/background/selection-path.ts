/** Owns where a selection leads: to the longest entry around it, or else to a search for it. */

import finderData from 'virtual:pangzhu/finder';
import { entryAround, type Selected } from '../../glossary/find/mention-at';
import { finderWithOwn } from '../../glossary/library/finder-with-own';
import { entryAt } from '../../glossary/library/reader-pack';
import type { FinderData } from '../../glossary/pack/finder-data';
import type { ReaderPack } from '../../glossary/pack/pack';
import { glossaryPath, glossarySearchPath } from '../shared/paths/glossary-path';
import { beginningOf } from './beginning';

/** Nobody looks up more; search reads no further either. In UTF-16 units. */
const MAX_QUERY = 64;

interface Asker {
  /** As `readOwnFinder` gives it. */
  own: FinderData | null;
  /** Whether the selection is in a private window: the browser may keep the address, which then tells nothing of it. */
  isPrivate: boolean;
}

/** An address of the extension. */
export function pathFor(selected: Selected, pack: ReaderPack, { own, isPrivate }: Asker): string {
  const finder = finderWithOwn(finderData, own);
  const index = entryAround(finder, selected);
  const entry = index === null ? null : entryAt(pack, finder.revision, index);
  if (entry) return glossaryPath(entry.id);
  if (isPrivate) return glossarySearchPath('');
  return glossarySearchPath(beginningOf(selected.text.slice(selected.start, selected.end).trim(), MAX_QUERY));
}
