/** Owns what a selected piece of text is about: the mention around it, or the longest one in it. */

import type { EntryIndex, Mention } from '../pack/finder-data';
import type { Finder } from './finder';
import { PageFinder } from './page-finder';

/** A selection and the text it stands in: half-open, UTF-16 units; `start` may equal `end`. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/**
 * The likeliest entry of the mention that touches the selection: of several the one with most of it, then the longest.
 * Null where there is none. `十大` selected in `科协十大` is about 科协十大.
 */
export function entryAround(finder: Finder, { text, start, end }: Selected): EntryIndex | null {
  const page = new PageFinder<object>(finder);
  const flow = {};
  page.add(flow, text);
  page.settle();
  const shared = (mention: Mention) => Math.min(mention.end, end) - Math.max(mention.start, start);
  const touching = page.mentionsOf(flow).filter((mention) => mention.start <= end && mention.end >= start);
  touching.sort((a, b) => shared(b) - shared(a) || b.end - b.start - (a.end - a.start));
  return touching[0]?.senses[0].entry ?? null;
}
