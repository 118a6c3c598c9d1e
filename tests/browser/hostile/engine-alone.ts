/** Owns the engine's marking by itself, as a script of a page: no extension, no card. */
import { countingTerms, namingTerms } from '../../../entrypoints/engine.content/count-terms';
import { MarkedPage } from '../../../entrypoints/engine.content/marked-page';
import { inSlices, nextTask } from '../../../entrypoints/engine.content/slices';
import { createFinder } from '../../../glossary/find/finder';
import type { FinderData } from '../../../glossary/pack/finder-data';

/** What the marked page says of itself. */
export interface AlonePage {
  /** How many mentions there are, once all is read; null before. */
  count(): number | null;
  /** How many were found so far. */
  found(): number;
  /** Of what is marked, how many stand in view. */
  inView(): number;
  /** Sums the page up both ways, and gives how often each entry is said to be mentioned. */
  summedUp(): Promise<{ counted: number[]; named: number[] }>;
}

/** Marks the document, from the next task on. */
export function mark(data: FinderData): AlonePage {
  const nothing = () => undefined;
  const events = { onFirstMark: () => page.marks.show(), onChange: nothing, onRenewed: nothing };
  const page = new MarkedPage(createFinder(data), events, new AbortController().signal);
  page.start();
  const isInView = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange) => {
    const range = new Range();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  return {
    count: () => (page.isIdle ? page.marks.count : null),
    found: () => page.marks.count,
    summedUp: async () => {
      const sums = { counted: countingTerms(page.index), named: namingTerms(page.index) };
      await nextTask();
      const counted = await inSlices(sums.counted);
      // Nobody asks for both at once.
      await nextTask();
      const named = await inSlices(sums.named);
      return { counted: counted.map(({ count }) => count), named: named.map(({ count }) => count) };
    },
    inView: () => [...CSS.highlights.values()].flatMap((marks) => [...marks]).filter(isInView).length,
  };
}
