/** Finds the mention under a point, and the line boxes of a mention. */
import type { Mention } from '../../../glossary/pack/finder-data';
import { isIn, type Point } from '../../shared/page/box';
import { isContinuous } from '../continuity';
import { assignedSlotOf, elementOf, extentOf, isElement, isShadowRoot, isText, parentOf } from '../dom';
import { lineBoxes, park } from '../line-boxes';
import type { Marks } from '../marks';
import type { Located, PageIndex } from '../page-index';
import type { TextRun } from '../text-run';
import { isSeenAt, showsText } from './seen-through';

/** A mention under the pointer. Its run is replaced when the page renders the same text again. */
export interface Pointed extends Located {
  /** The line box the pointer is in, counted from 0. */
  line: number;
}

/** The marked text of a page. */
export interface MarkedText {
  index: PageIndex;
  marks: Pick<Marks, 'nearRuns' | 'registration'>;
}

/**
 * The mention whose glyphs are seen at the point: text that is clipped or covered there does not count, text behind
 * something transparent does. Forces layout if it is dirty: call it at most once a frame.
 * @param x,y viewport coordinates in CSS pixels.
 * @param target the innermost element the event hit.
 */
export function mentionAtPoint(text: MarkedText, x: number, y: number, target: EventTarget | null): Pointed | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: text.index.roots });
  const node = caret && isText(caret.offsetNode) ? caret.offsetNode : null;
  if (node && caret && isHit(node, x, y, target)) {
    const located = text.index.mentionAt(node, caret.offset);
    const line = located ? lineAt(located, { x, y }) : -1;
    if (located && line >= 0) return { ...located, line };
    // Most moves are over other text: nothing is to be seen behind its glyphs.
    if (isGlyphAt(node, caret.offset, x, y)) return null;
  }
  return mentionBehind(text, { x, y });
}

/** Whether the event hit the text itself. */
function isHit(node: Text, x: number, y: number, target: EventTarget | null): boolean {
  // In a shadow tree the event's target is the host, so the tree itself is hit-tested.
  const root = node.getRootNode();
  const hit = isShadowRoot(root) ? root.elementFromPoint(x, y) : target;
  return hit === parentOf(node) || hit === assignedSlotOf(node);
}

/** Whether a visible character beside the offset is at the point. */
function isGlyphAt(node: Text, offset: number, x: number, y: number): boolean {
  const from = Math.max(0, offset - 1);
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, Math.min(node.length, offset + 1));
  const boxes = [...range.getClientRects()];
  park(range);
  const parent = parentOf(node);
  return boxes.some((box) => isIn(box, x, y)) && isElement(parent) && showsText(parent);
}

/** The mention at a point whose text the pointer does not hit, but the reader sees. Reads the boxes of the runs near the view. */
function mentionBehind({ index, marks }: MarkedText, { x, y }: Point): Pointed | null {
  for (const [run, block] of blockBoxes(marks)) {
    if (!block.isEmpty && !isIn(block, x, y)) continue;
    for (const mention of index.shown.of(run)) {
      const boxes = lineBoxes(run, mention.start, mention.end);
      const line = boxes.findIndex((box) => isIn(box, x, y));
      const box = boxes[line];
      const parent = box && parentAt(run, mention, { x, y });
      if (parent && isSeenAt(parent, box, x, y) && isContinuous(run, mention)) return { run, mention, line };
    }
  }
  return null;
}

/** How long boxes of blocks are taken for right while the pointer moves, in ms. */
const BOXES_MS = 100;

type BlockBoxes = (readonly [run: TextRun, box: ReturnType<typeof extentOf>])[];

/** By registration: other marks have other boxes. */
const boxesRead = new WeakMap<object, { timeMs: number; boxes: BlockBoxes }>();

/** The boxes of the blocks near the view. Read once for some frames: there may be three hundred. */
function blockBoxes(marks: MarkedText['marks']): BlockBoxes {
  const before = boxesRead.get(marks.registration);
  const timeMs = performance.now();
  if (before && timeMs - before.timeMs < BOXES_MS) return before.boxes;
  const boxes = Array.from(marks.nearRuns, (run) => [run, extentOf(elementOf(run.block))] as const);
  boxesRead.set(marks.registration, { timeMs, boxes });
  return boxes;
}

/** The element around the part of a mention that is at a point. */
function parentAt(run: TextRun, mention: Mention, { x, y }: Point): Element | null {
  for (const node of run.nodesOf(mention.start, mention.end)) {
    const parent = parentOf(node);
    const range = document.createRange();
    range.selectNodeContents(node);
    const isThere = [...range.getClientRects()].some((box) => isIn(box, x, y));
    park(range);
    if (isThere && isElement(parent)) return parent;
  }
  return null;
}

/** Which line box of the mention the point is in, counted from 0; -1 for none. */
export function lineAt({ run, mention }: Located, { x, y }: Point): number {
  return lineBoxes(run, mention.start, mention.end).findIndex(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
}

/** The element the mention begins in; null once it is gone. */
export function contextOf({ run, mention }: Pointed): Element | null {
  return run.boundsOf(mention.start, mention.end)?.startContainer.parentElement ?? null;
}
