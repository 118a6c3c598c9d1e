/** Owns finding the mentions in a bulletin itself. */

import type { Mention } from '../pack/finder-data';
import type { Bulletin, Passage } from '../pack/pack';
import type { Finder } from './finder';
import { PageFinder } from './page-finder';

/** Mentions by passage, with offsets in the passage's text. Paragraphs are flows, the bulletin is the page. */
export function findInBulletin(finder: Finder, bulletin: Bulletin): Map<Passage, Mention[]> {
  const page = new PageFinder<readonly Passage[]>(finder);
  for (const paragraph of bulletin.paragraphs) page.add(paragraph, paragraph.map(({ text }) => text).join(''));
  page.settle();
  const found = new Map<Passage, Mention[]>();
  for (const paragraph of bulletin.paragraphs) {
    let begin = 0;
    for (const passage of paragraph) {
      const end = begin + passage.text.length;
      const from = begin;
      const inside = page.mentionsOf(paragraph).filter((mention) => mention.start >= from && mention.end <= end);
      const shifted = inside.map((mention) => ({ ...mention, start: mention.start - from, end: mention.end - from }));
      found.set(passage, shifted);
      begin = end;
    }
  }
  return found;
}
