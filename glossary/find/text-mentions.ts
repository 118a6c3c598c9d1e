/** Owns finding the mentions in one short text that stands alone: a definition, a quotation. */

import type { Mention } from '../pack/finder-data';
import type { Finder } from './finder';
import { PageFinder } from './page-finder';

/** Sorted and disjoint, offsets in `text`. The text is the page: what its forms need must be in it. */
export function mentionsInText(finder: Finder, text: string): readonly Mention[] {
  const page = new PageFinder<{ text: string }>(finder);
  const flow = { text };
  page.add(flow, text);
  page.settle();
  return page.mentionsOf(flow);
}
