/** Owns telling where in one long text the viewport begins: a page may be a single block of broken lines. */
import type { Mention } from '../../glossary/pack/finder-data';
import type { Flow } from './flow';

/** Index of the first mention that does not lie above `top`, in CSS pixels of the viewport. Reads a few boxes. */
export function firstBelow(top: number, flow: Flow, mentions: readonly Mention[]): number {
  const range = new Range();
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    let bottom: number | null = null;
    // What has no box says nothing of the order.
    for (; at < high && bottom === null; at++) bottom = bottomOf(range, flow, mentions[at]);
    if (bottom !== null && bottom < top) low = at;
    else high = middle;
  }
  // A live range slows each change of where it stands, until it is collected.
  range.selectNode(document.documentElement);
  return low;
}

/** Null where there is no box. */
function bottomOf(range: Range, flow: Flow, mention: Mention | undefined): number | null {
  const bounds = mention && flow.boundsOf(mention.start, mention.end);
  if (!bounds) return null;
  try {
    range.setStart(bounds.startContainer, bounds.startOffset);
    range.setEnd(bounds.endContainer, bounds.endOffset);
  } catch {
    // The page shortened the node, and says so in a moment.
    return null;
  }
  const { bottom, width, height } = range.getBoundingClientRect();
  return width === 0 && height === 0 ? null : bottom;
}
