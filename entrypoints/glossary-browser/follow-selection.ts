/** Leads from a selection that the background stored to a page of the book. */
import type { Library } from '../../glossary/library/library';
import { readAddedFinder } from '../shared/library';
import { takeLookedUp } from '../shared/looked-up';
import { loadFinderData } from '../shared/packaged-data';
import { glossarySearchPath } from '../shared/page-paths';
import { pathFor } from './selection-path';

/** The path of the page for a selection: an empty search if it is gone. @param id of `storeLookedUp`. */
export async function pathOfSelection(id: string, library: Library): Promise<string> {
  const [selected, bundled, added] = await Promise.all([takeLookedUp(id), loadFinderData(), readAddedFinder()]);
  return selected ? pathFor(selected, library, { bundled, added }) : glossarySearchPath('');
}
