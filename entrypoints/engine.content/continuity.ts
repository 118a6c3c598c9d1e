/** Decides whether a mention across several elements is laid out as one piece of text. */
import type { Mention } from '../../glossary/pack/finder-data';
import { shadowRootOf } from '../shared/page/shadow-roots';
import { attributeOf, type Block, isElement, parentOf, slotOf } from './dom';
import type { TextRun } from './text-run';

/** An element that splits a mention although its name is that of an inline element. */
export interface Split {
  element: Element;
  /** Whether it is laid out, as a block or an item of its own; otherwise it is not rendered. */
  isLaidOut: boolean;
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
  for (const node of nodes) {
    const split = splitAbove(node, run.block) ?? splitBySlots(node, run.block, slots);
    if (split) return split;
  }
  return null;
}

/** Whether nothing splits the mention. Costs what `splitOf` does. */
export function isContinuous(run: TextRun, mention: Mention): boolean {
  return splitOf(run, mention) === null;
}

function splitAbove(node: Node, block: Block): Split | null {
  for (let element = node.parentElement; element && element !== block; element = element.parentElement) {
    const { display } = getComputedStyle(element);
    if (/^(inline|contents|ruby)/.test(display) && !display.startsWith('inline-')) continue;
    return { element, isLaidOut: display !== 'none' };
  }
  return null;
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
