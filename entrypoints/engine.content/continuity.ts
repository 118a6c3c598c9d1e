/** Decides whether a mention across several elements is laid out as one piece of text. */
import type { Mention } from '../../glossary/pack/finder-data';
import type { Box } from '../shared/page/box';
import { shadowRootOf } from '../shared/page/shadow-roots';
import { attributeOf, type Block, elementOf, flatParentOf, isElement, parentOf, slotOf, textContentOf } from './dom';
import { lineBoxes } from './line-boxes';
import type { TextRun } from './text-run';

/** An element that splits a mention although its name is that of an inline element. */
export interface Split {
  element: Element;
  /** Whether it is laid out, as a block or an item of its own; otherwise it is not rendered. */
  isLaidOut: boolean;
  /** Whether it is a box in a line or a row, or placed by itself: letters of a heading, pieces of a page of a PDF. */
  isBox?: boolean;
}

/**
 * Finds the element that splits a mention; null if it is whole. An element with an inline name may be laid out as a block
 * or a flex item, or not at all. Computes style, though only for mentions across nodes, which are rare: call it when a
 * mention is marked or pointed at.
 */
export function splitOf(run: TextRun, mention: Mention): Split | null {
  const nodes = run.nodesOf(mention.start, mention.end);
  if (nodes.length < 2) return null;
  const slots: SeenSlots = new Map();
  let box: Split | null = null;
  for (const node of nodes) {
    const split = splitAbove(node, run.block) ?? splitBySlots(node, run.block, slots);
    if (split && !split.isBox) return split;
    box ??= split;
  }
  return box && !isOneLine(run, mention) ? box : null;
}

/** Whether nothing splits the mention. Costs what `splitOf` does. */
export function isContinuous(run: TextRun, mention: Mention): boolean {
  return splitOf(run, mention) === null;
}

function splitAbove(node: Node, block: Block): Split | null {
  for (let element = node.parentElement; element && element !== block; element = element.parentElement) {
    const { display, position } = getComputedStyle(element);
    if (/^(inline|contents|ruby)/.test(display) && !display.startsWith('inline-')) continue;
    const isLaidOut = display !== 'none';
    const isBox = isLaidOut && (display.startsWith('inline-') || position === 'absolute' || isLetterInRow(element));
    return { element, isLaidOut, isBox };
  }
  return null;
}

/** Whether an element is one letter in a row of others: a heading in letters, and no row of links. */
function isLetterInRow(element: Element): boolean {
  if ([...(textContentOf(element) ?? '').trim()].length !== 1) return false;
  const around = flatParentOf(element);
  return around !== null && /flex|grid/.test(getComputedStyle(around).display);
}

/** The widest gap in a word, as a share of the height of its letters; boxes may overlap as much. */
const MAX_GAP = 0.6;

/** Whether the pieces of a mention look like one word: side by side, each going on where the one before ends. */
function isOneLine(run: TextRun, { start, end }: Mention): boolean {
  const isVertical = getComputedStyle(elementOf(run.block)).writingMode !== 'horizontal-tb';
  const boxes = run.nodesOf(start, end).flatMap((node) => {
    const from = run.offsetOf(node, 0);
    return lineBoxes(run, Math.max(start, from), Math.min(end, from + node.length)).filter(hasArea);
  });
  return boxes.every((box, i) => {
    const before = boxes[i - 1];
    return !before || (isVertical ? isNext(turned(before), turned(box)) : isNext(before, box));
  });
}

function hasArea({ width, height }: DOMRect): boolean {
  return width > 0 && height > 0;
}

/** Whether the text in `box` continues where that in `before` ends, on one line. */
function isNext(before: Box, box: Box): boolean {
  const height = Math.min(box.bottom - box.top, before.bottom - before.top);
  const shared = Math.min(box.bottom, before.bottom) - Math.max(box.top, before.top);
  return shared >= height / 2 && Math.abs(box.left - before.right) <= height * MAX_GAP;
}

function turned({ left, right, top, bottom }: Box): Box {
  return { left: top, right: bottom, top: left, bottom: right };
}

/** By host of a shadow tree: the child visited last, and the slot that shows it. */
type SeenSlots = Map<Element, { child: Node; slot: HTMLSlotElement | string }>;

/** Children of a host are shown where its tree has their slots, which need not be adjacent. */
function splitBySlots(node: Node, block: Block, slots: SeenSlots): Split | null {
  let child = node;
  for (let parent = parentOf(node); parent && child !== block; parent = parentOf(parent)) {
    if (isElement(parent) && shadowRootOf(parent)) {
      // The slot of a closed tree cannot be read; its name can.
      const slot = slotOf(child) ?? (isElement(child) ? (attributeOf(child, 'slot') ?? '') : '');
      const seen = slots.get(parent);
      slots.set(parent, { child, slot });
      // Of two children in different slots one is an element: text cannot name its slot.
      const element = [child, seen?.child ?? null].find(isElement);
      if (seen && seen.slot !== slot && element) return { element, isLaidOut: true };
    }
    child = parent;
  }
  return null;
}
