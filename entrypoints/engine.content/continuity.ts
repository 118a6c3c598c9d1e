/** Owns telling whether a mention across elements is one run of text for the eye too. */
import type { Mention } from '../../glossary/find/finder-data';
import type { Block } from './dom';
import type { Flow } from './flow';

/**
 * An element that looks inline by its name may be laid out as a block or a flex item, or not at all. Asked when a
 * mention is marked or pointed at: it takes style, though only where a mention crosses nodes, which is rare.
 */
export function isContinuous(flow: Flow, mention: Mention): boolean {
  const nodes = flow.nodesOf(mention.start, mention.end);
  if (nodes.length < 2) return nodes.length === 1;
  return nodes.every((node) => isInlineUpTo(node, flow.block));
}

function isInlineUpTo(node: Node, block: Block): boolean {
  for (let element = node.parentElement; element && element !== block; element = element.parentElement) {
    const { display } = getComputedStyle(element);
    if (!/^(inline|contents|ruby)/.test(display) || display.startsWith('inline-')) return false;
  }
  return true;
}
