/** Finds the mention under a point, and the line boxes of a mention. */
import type { Point } from '../../shared/page/safe-polygon';
import { assignedSlotOf, isShadowRoot, isText, parentOf } from '../dom';
import type { Located, PageIndex } from '../page-index';
import type { TextRun } from '../text-run';

/** A mention under the pointer. What it names is replaced where the page writes the same text anew. */
export interface Pointed extends Located {
  /** The line box the pointer is in, counted from 0. */
  line: number;
}

/**
 * The mention whose glyphs are at the point. `target` is the innermost element the event hit: text that is clipped
 * or covered there does not count. Forces layout if it is dirty: call it at most once a frame.
 * @param x,y viewport coordinates in CSS pixels.
 */
export function mentionAtPoint(index: PageIndex, x: number, y: number, target: EventTarget | null): Pointed | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: index.roots });
  if (!caret || !isText(caret.offsetNode)) return null;
  const node = caret.offsetNode;
  // In a shadow tree the event names its host, so the tree itself is asked what is hit.
  const root = node.getRootNode();
  const hit = isShadowRoot(root) ? root.elementFromPoint(x, y) : target;
  if (hit !== parentOf(node) && hit !== assignedSlotOf(node)) return null;
  const located = index.mentionAt(node, caret.offset);
  if (!located) return null;
  const line = lineAt(located, { x, y });
  return line < 0 ? null : { ...located, line };
}

/** Which line box of the mention the point is in, counted from 0; -1 for none. */
export function lineAt({ run, mention }: Located, { x, y }: Point): number {
  return lineBoxes(run, mention.start, mention.end).findIndex(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
}

/** Boxes of `[start, end)` of a text run, one a line or more, in viewport coordinates; empty if it is not rendered. */
export function lineBoxes(run: TextRun, start: number, end: number): DOMRect[] {
  const bounds = run.boundsOf(start, end);
  if (!bounds || !run.isIntact(start, end)) return [];
  const range = document.createRange();
  range.setStart(bounds.startContainer, bounds.startOffset);
  range.setEnd(bounds.endContainer, bounds.endOffset);
  const boxes = [...range.getClientRects()];
  // A live range left in the text would be adjusted at every change of the page until it is collected.
  range.setStart(document, 0);
  range.collapse(true);
  return boxes;
}
