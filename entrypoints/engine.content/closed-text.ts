/** Drops the text runs of elements that became excluded from reading: editors, and elements that opt out. */
import { blockOf } from './collect-text-runs';
import { type Block, composedParentOf, elementsIn, isElement, isInside, isShadowRoot } from './dom';
import { isOptedOut, isUnreadBlock } from './kinds';
import type { PageIndex } from './page-index';

/** Drops the text runs of an element and of all inside it. Cost: linear in the elements inside or in the known blocks, whichever are fewer. */
export function closeIn(top: Element, index: PageIndex): void {
  if (index.knownCount === 0 && index.isRead) return;
  const inner = elementsIn(top);
  const isQuick = index.roots.length === 0 && inner.length < index.knownCount;
  index.close(isQuick ? [top, ...inner] : [...index.knownBlocks()].filter((block) => isInside(block, top)));
}

/**
 * Drops the text runs that `target` is part of, if an element around it is excluded. No record reports an exclusion by a
 * class or by a move into an editor, and the marks would keep offsets of the former text.
 */
export function closeAbove(target: Node, index: PageIndex): void {
  const known = [...pathOf(target)].filter((node) => isBlock(node) && index.runsOf(node).length > 0);
  if (known.length === 0) return;
  const closing = [...pathOf(target)].findLast((node) => isElement(node) && isOptedOut(node));
  if (!closing || !isElement(closing)) return;
  index.close(known.filter(isBlock).filter((block) => isInside(block, closing)));
  const around = isUnreadBlock(closing) ? null : blockOf(composedParentOf(closing));
  if (around && index.isReadAgainOnChange(around)) index.enqueue(around, false);
}

function* pathOf(node: Node): Generator<Node> {
  for (let current: Node | null = node; current; current = composedParentOf(current)) yield current;
}

function isBlock(node: Node): node is Block {
  return isElement(node) || isShadowRoot(node);
}
