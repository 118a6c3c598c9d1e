/** Finds mentions in a text as a page of its own: a definition, a selection, a bulletin. */
import type { EntryIndex, Mention } from '../pack/finder-data';
import type { Bulletin, Passage } from '../pack/pack';
import type { Finder } from './finder';
import { PageFinder } from './page-finder';

/** Mentions in `text`, sorted and disjoint, with offsets in it. Rules see no other text. Linear in the text. */
export function mentionsInText(finder: Finder, text: string): readonly Mention[] {
  const page = new PageFinder<{ text: string }>(finder);
  const run = { text };
  page.add(run, text);
  page.settle();
  return page.mentionsOf(run);
}

/** A selection and the text around it: half-open, UTF-16 units; `start` may equal `end`. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/**
 * The likeliest entry of the mention that touches the selection; null if there is none. Of several mentions, the one
 * that shares most with the selection wins, then the longest: `十大` selected in `科协十大` gives 科协十大.
 */
export function entryAround(finder: Finder, { text, start, end }: Selected): EntryIndex | null {
  const shared = (mention: Mention) => Math.min(mention.end, end) - Math.max(mention.start, start);
  const touching = mentionsInText(finder, text).filter((mention) => mention.start <= end && mention.end >= start);
  touching.sort((a, b) => shared(b) - shared(a) || b.end - b.start - (a.end - a.start));
  return touching[0]?.senses[0].entry ?? null;
}

/** Mentions by passage, with offsets in the passage's text. Each paragraph is a text run, the bulletin is the page. */
export function findInBulletin(finder: Finder, bulletin: Bulletin): Map<Passage, Mention[]> {
  const page = new PageFinder<readonly Passage[]>(finder);
  for (const paragraph of bulletin.paragraphs) page.add(paragraph, paragraph.map(({ text }) => text).join(''));
  page.settle();
  const found = new Map<Passage, Mention[]>();
  for (const paragraph of bulletin.paragraphs) {
    let begin = 0;
    for (const passage of paragraph) {
      const from = begin;
      const to = from + passage.text.length;
      const inside = page.mentionsOf(paragraph).filter((mention) => mention.start >= from && mention.end <= to);
      found.set(
        passage,
        inside.map((mention) => ({ ...mention, start: mention.start - from, end: mention.end - from })),
      );
      begin = to;
    }
  }
  return found;
}
