/** Finds where the viewport begins in one long text: a page may be a single block of broken lines. */
import { firstIndex } from '../../glossary/find/bisect';
import type { Mention } from '../../glossary/pack/finder-data';
import type { TextRun } from './text-run';

/** Index of the first mention that does not lie above `top`, in CSS pixels of the viewport. Reads a logarithmic number of boxes. */
export function firstBelow(top: number, run: TextRun, mentions: readonly Mention[]): number {
  const range = new Range();
  const first = firstIndex(mentions.length, (i) => {
    const bottom = bottomOf(range, run, mentions[i]);
    return bottom === null ? null : bottom >= top;
  });
  // A live range slows each change of the text it is in, until it is collected.
  range.selectNode(document.documentElement);
  return first;
}

/** Null where there is no box. */
function bottomOf(range: Range, run: TextRun, mention: Mention | undefined): number | null {
  const bounds = mention && run.boundsOf(mention.start, mention.end);
  if (!bounds) return null;
  try {
    range.setStart(bounds.startContainer, bounds.startOffset);
    range.setEnd(bounds.endContainer, bounds.endOffset);
  } catch {
    // The page shortened the node; the mutation record is still to come.
    return null;
  }
  const { bottom, width, height } = range.getBoundingClientRect();
  return width === 0 && height === 0 ? null : bottom;
}
