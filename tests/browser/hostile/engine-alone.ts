/** Runs the engine's marking in a page by itself, without the extension and without a card. */
import { countingTerms } from '../../../entrypoints/engine.content/count-terms';
import { MarkedPage } from '../../../entrypoints/engine.content/marked-page';
import { packColours } from '../../../entrypoints/engine.content/pack-looks';
import { inSlices, nextTask } from '../../../entrypoints/shared/page/slices';
import { createFinder } from '../../../glossary/find/finder';
import type { FinderData } from '../../../glossary/pack/finder-data';

/** The state of the marked page. */
export interface AlonePage {
  /** Number of mentions once the page is read completely; null before. */
  count(): number | null;
  /** Number of mentions found so far. */
  found(): number;
  /** Number of marks in view. */
  inView(): number;
  /** Lists the terms of the page with and without counts. @returns the count of each entry in both lists. */
  summedUp(): Promise<{ counted: number[]; named: number[] }>;
}

/** Starts to mark the document in the next task. */
export function mark(data: FinderData): AlonePage {
  const nothing = () => undefined;
  const events = { onFirstMark: () => page.marks.show(), onChange: nothing, onShow: nothing, onRenewed: nothing };
  const page = new MarkedPage(createFinder(data), packColours([]), events, new AbortController().signal);
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
      const sums = { counted: countingTerms(page.index, false), named: countingTerms(page.index, true) };
      await nextTask();
      const counted = await inSlices(sums.counted);
      // In the extension, no task computes both.
      await nextTask();
      const named = await inSlices(sums.named);
      return { counted: counted.terms.map(({ count }) => count), named: named.terms.map(({ count }) => count) };
    },
    inView: () => [...CSS.highlights.values()].flatMap((marks) => [...marks]).filter(isInView).length,
  };
}
