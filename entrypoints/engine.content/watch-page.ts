/** Owns noticing changes of the page and naming the blocks they concern. */
import { blockOf, collectFlows } from './collect-flows';
import { type Block, childrenOf, isElement, isText, nextSiblingOf, previousSiblingOf } from './dom';
import { isBlank } from './flow';
import { kindOf, lineOf } from './kinds';
import type { PageIndex } from './page-index';

/**
 * Calls `onChange` in the microtask after each batch of changes, before the next paint, until `signal` aborts.
 * Attributes are not watched: nothing we do depends on them.
 * @returns what watches another tree of the page as well: a shadow tree's changes stay in it.
 */
export function watchPage(
  onChange: (records: MutationRecord[]) => void,
  signal: AbortSignal,
): (root: Document | ShadowRoot) => void {
  const observer = new MutationObserver(onChange);
  const watch = (root: Document | ShadowRoot) =>
    observer.observe(root, { childList: true, subtree: true, characterData: true });
  watch(document);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return watch;
}

/**
 * Queues the blocks that `records` concern.
 * @param hadRemovals whether something was removed before that the index has not been swept of yet.
 * @returns whether there is something to sweep.
 */
export function enqueueChanges(records: readonly MutationRecord[], index: PageIndex, hadRemovals: boolean): boolean {
  let hasRemovals = hadRemovals;
  /** What was added with elements in it. */
  const added = new Set<Element>();
  // A script that adds a hundred items to a list says so a hundred times.
  let lastTarget: Node | null = null;
  let block: Block | null = null;
  let isQueued = false;
  for (const record of records) {
    const { target, addedNodes } = record;
    hasRemovals ||= record.removedNodes.length > 0;
    if (target !== lastTarget) {
      lastTarget = target;
      block = blockOf(target);
      isQueued = false;
    }
    if (!block) continue;
    if (!isQueued && !(target === block && isAmongBlocks(record))) {
      index.enqueue(block, false);
      isQueued = true;
    }
    for (const node of addedNodes) if (isElement(node)) enqueueAdded(node, index, added);
  }
  // What comes back may have changed while it was away.
  if (hasRemovals && added.size > 0) index.forgetIn(added);
  return hasRemovals;
}

/** Whether only blocks came or went, at a place where a line ends anyway: then the text around them says what it said. */
function isAmongBlocks({ addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): boolean {
  // Text itself changed.
  if (addedNodes.length + removedNodes.length === 0) return false;
  for (const node of addedNodes) if (!isParting(node)) return false;
  for (const node of removedNodes) if (!isParting(node)) return false;
  return endsLine(previousSibling, previousSiblingOf) || endsLine(nextSibling, nextSiblingOf);
}

function isParting(node: Node): boolean {
  return isElement(node) && lineOf(node) === 'ends';
}

/** Whether at `node`, or past white space in one direction, a block begins or ends, or the text of what is around. */
function endsLine(node: Node | null, next: (node: Node) => Node | null): boolean {
  if (!node) return true;
  if (isText(node) && isBlank(node.data)) {
    const beyond = next(node);
    return beyond === null || isParting(beyond);
  }
  return isParting(node);
}

function enqueueAdded(element: Element, index: PageIndex, added: Set<Element>): void {
  if (childrenOf(element).item(0)) added.add(element);
  enqueueBlocksOf(element, index);
}

function enqueueBlocksOf(added: Element, index: PageIndex): void {
  const kind = kindOf(added);
  if (kind === 'block') index.enqueue(added, true);
  if (kind === 'inline') for (const block of collectFlows(added).blocks) index.enqueue(block, true);
}
