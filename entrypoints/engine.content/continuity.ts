/** Owns telling whether a mention across elements is one run of text for the eye too. */
import type { Mention } from '../../glossary/pack/finder-data';
import { shadowRootOf } from '../shared/page/shadow-roots';
import { attributeOf, type Block, isElement, parentOf, slotOf } from './dom';
import type { Flow } from './flow';

/** What parts a mention: an element that its name lets read as part of the line. */
export interface Parting {
  element: Element;
  /** Whether it is laid out, as a block or an item of its own; otherwise it is not there for the eye. */
  isLaidOut: boolean;
}

/**
 * An element that looks inline by its name may be laid out as a block or a flex item, or not at all. Asked when a
 * mention is marked or pointed at: it takes style, though only where a mention crosses nodes, which is rare.
 * @returns what parts the mention; null for one that is whole.
 */
export function partingOf(flow: Flow, mention: Mention): Parting | null {
  const nodes = flow.nodesOf(mention.start, mention.end);
  if (nodes.length < 2) return null;
  const places: Places = new Map();
  for (const node of nodes) {
    const parting = partingAbove(node, flow.block) ?? partingBySlots(node, flow.block, places);
    if (parting) return parting;
  }
  return null;
}

export function isContinuous(flow: Flow, mention: Mention): boolean {
  return partingOf(flow, mention) === null;
}

function partingAbove(node: Node, block: Block): Parting | null {
  for (let element = node.parentElement; element && element !== block; element = element.parentElement) {
    const { display } = getComputedStyle(element);
    if (/^(inline|contents|ruby)/.test(display) && !display.startsWith('inline-')) continue;
    return { element, isLaidOut: display !== 'none' };
  }
  return null;
}

/** Of hosts of shadow trees: which of their children was seen, and the slot that shows it. */
type Places = Map<Element, { child: Node; slot: HTMLSlotElement | string }>;

/** Children of a host are shown where its tree has their slots, which need not be side by side. */
function partingBySlots(node: Node, block: Block, places: Places): Parting | null {
  let child = node;
  for (let parent = parentOf(node); parent && child !== block; parent = parentOf(parent)) {
    if (isElement(parent) && shadowRootOf(parent)) {
      // That of a closed tree is not told.
      const slot = slotOf(child) ?? (isElement(child) ? (attributeOf(child, 'slot') ?? '') : '');
      const seen = places.get(parent);
      places.set(parent, { child, slot });
      // Of two in different slots one is an element: text has no name to choose one by.
      const element = [child, seen?.child ?? null].find(isElement);
      if (seen && seen.slot !== slot && element) return { element, isLaidOut: true };
    }
    child = parent;
  }
  return null;
}
