/** Reads the boxes of a part of a text run. */
import type { TextRun } from './text-run';

/** Boxes of `[start, end)` of a text run, one a line or more, in viewport coordinates; empty if it is not rendered. */
export function lineBoxes(run: TextRun, start: number, end: number): DOMRect[] {
  const bounds = run.boundsOf(start, end);
  if (!bounds || !run.isIntact(start, end)) return [];
  const range = document.createRange();
  range.setStart(bounds.startContainer, bounds.startOffset);
  range.setEnd(bounds.endContainer, bounds.endOffset);
  const boxes = [...range.getClientRects()];
  park(range);
  return boxes;
}

/** A live range left in the text would be adjusted at every change of the page until it is collected. */
export function park(range: Range): void {
  range.setStart(document, 0);
  range.collapse(true);
}
