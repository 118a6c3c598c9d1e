/** Owns telling where in one long text the viewport begins: a page may be a single block of broken lines. */
import type { Mention } from '../../glossary/find/finder-data';
import { firstWhere } from '../../glossary/find/first-where';
import type { Flow } from './flow';

/** Index of the first mention that does not lie above `top`, in CSS pixels of the viewport. Reads a few boxes. */
export function firstBelow(top: number, flow: Flow, mentions: readonly Mention[]): number {
  const range = new Range();
  const at = firstWhere(mentions, ({ start, end }) => {
    const bounds = flow.boundsOf(start, end);
    return !bounds || bottomOf(range, bounds) >= top;
  });
  // A live range slows each change of where it stands, until it is collected.
  range.selectNode(document.documentElement);
  return at;
}

function bottomOf(range: Range, { startContainer, startOffset, endContainer, endOffset }: StaticRangeInit): number {
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    // The page shortened the node, and says so in a moment.
    return Number.POSITIVE_INFINITY;
  }
  return range.getBoundingClientRect().bottom;
}
