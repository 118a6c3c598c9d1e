/** Owns noticing changes of the page and naming the blocks they concern. */
import { blockOf, collectFlows } from './collect-flows';
import { type Block, isElement } from './dom';
import { kindOf } from './kinds';
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

/** Queues the blocks that `records` concern. @returns whether anything was removed. */
export function enqueueChanges(records: readonly MutationRecord[], index: PageIndex): boolean {
  let hasRemovals = false;
  // A script that adds a hundred items to a list says so a hundred times.
  let lastTarget: Node | null = null;
  let block: Block | null = null;
  for (const { target, addedNodes, removedNodes } of records) {
    hasRemovals ||= removedNodes.length > 0;
    if (target !== lastTarget) {
      lastTarget = target;
      block = blockOf(target);
      if (block) index.enqueue(block, false);
    }
    if (!block) continue;
    for (const node of addedNodes) if (isElement(node)) enqueueBlocksOf(node, index);
  }
  return hasRemovals;
}

function enqueueBlocksOf(added: Element, index: PageIndex): void {
  const kind = kindOf(added);
  if (kind === 'block') index.enqueue(added, true);
  if (kind === 'inline') for (const block of collectFlows(added).blocks) index.enqueue(block, true);
}
