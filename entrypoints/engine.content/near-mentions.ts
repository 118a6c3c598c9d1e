/** Finds where the viewport begins in one long text: a page may be a single block of broken lines. */
import { firstIndex } from '../../glossary/find/bisect';
import type { Mention } from '../../glossary/pack/finder-data';
import type { Box } from '../shared/page/box';
import { elementOf } from './dom';
import type { TextRun } from './text-run';

/** Index of the first mention that does not lie before `area`. Reads a logarithmic number of boxes. */
export function firstNear(area: Box, run: TextRun, mentions: readonly Mention[]): number {
  const range = new Range();
  const isBefore = orderIn(area, elementOf(run.block), boxOf(range, run, mentions[0]));
  const first = firstIndex(mentions.length, (i) => {
    const box = boxOf(range, run, mentions[i]);
    return box && !isBefore(box);
  });
  // A live range slows each change of the text it is in, until it is collected.
  range.selectNode(document.documentElement);
  return first;
}

/** Returns a function that tells whether a box is before the area, in the direction of the text. @param start box of its beginning. */
function orderIn(area: Box, block: Element, start: Box | null): (box: Box) => boolean {
  const { writingMode } = getComputedStyle(block);
  if (/^vertical-rl|^sideways-rl/.test(writingMode)) return ({ left }) => left > area.right;
  // Columns side by side, of which the first is out of view, go on to the right.
  const isAcross = writingMode !== 'horizontal-tb' || (start !== null && start.right < area.left);
  return isAcross ? ({ right }) => right < area.left : ({ bottom }) => bottom < area.top;
}

/** Null where there is no box. */
function boxOf(range: Range, run: TextRun, mention: Mention | undefined): Box | null {
  const bounds = mention && run.boundsOf(mention.start, mention.end);
  if (!bounds) return null;
  try {
    range.setStart(bounds.startContainer, bounds.startOffset);
    range.setEnd(bounds.endContainer, bounds.endOffset);
  } catch {
    // The page shortened the node; the mutation record is still to come.
    return null;
  }
  const box = range.getBoundingClientRect();
  return box.width === 0 && box.height === 0 ? null : box;
}
