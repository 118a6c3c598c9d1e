/** Owns where a selection leads: to the longest entry around it, or else to a search for it. */

import finderData from 'virtual:pangzhu/finder';
import pack from 'virtual:pangzhu/pack';
import { createFinder } from '../../glossary/find/finder';
import { entryAround, type Selected } from '../../glossary/find/mention-at';
import { glossaryPath, glossarySearchPath } from '../shared/glossary-path';

/** Nobody looks up more; search reads no further either. In UTF-16 units. */
const MAX_QUERY = 64;

/** An address of the extension. */
export function pathFor(selected: Selected): string {
  const index = entryAround(createFinder(finderData), selected);
  const entry = index === null ? undefined : pack.entries[index];
  if (entry) return glossaryPath(entry.id);
  return glossarySearchPath(selected.text.slice(selected.start, selected.end).trim().slice(0, MAX_QUERY));
}
