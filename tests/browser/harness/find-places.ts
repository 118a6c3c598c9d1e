/** Runs the finder on texts, in a page as in Node. */
import { createFinder } from '../../../glossary/find/finder';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import type { FinderData } from '../../../glossary/pack/finder-data';

/** A mention as it comes out of a page: where it is, and the index of its likeliest entry. */
export type Place = [start: number, end: number, entry: number];

/** The mentions in each text, which is a page of its own. */
export function findPlaces(data: FinderData, texts: readonly string[]): Place[][] {
  const finder = createFinder(data);
  return texts.map((text) =>
    mentionsInText(finder, text).map(({ start, end, senses }): Place => [start, end, senses[0].entry]),
  );
}
