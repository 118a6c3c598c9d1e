/** Owns noticing changes of the page and naming the blocks they concern. */
import { blockOf, collectFlows } from './collect-flows';
import { isElement } from './dom';
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

/** Queues the blocks that `records` concern, and tells `index` of what is gone. */
export function enqueueChanges(records: readonly MutationRecord[], index: PageIndex): void {
  let hasRemovals = false;
  for (const record of records) {
    hasRemovals ||= record.removedNodes.length > 0;
    const block = blockOf(record.target);
    if (!block) continue;
    index.enqueue(block, false);
    for (const node of record.addedNodes) if (isElement(node)) enqueueBlocksOf(node, index);
  }
  if (hasRemovals) index.sweep();
}

function enqueueBlocksOf(added: Element, index: PageIndex): void {
  const kind = kindOf(added);
  if (kind === 'block') index.enqueue(added, true);
  if (kind === 'inline') for (const block of collectFlows(added).blocks) index.enqueue(block, true);
}
