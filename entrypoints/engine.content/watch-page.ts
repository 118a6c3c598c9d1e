/** Observes changes of the page and queues the blocks they concern. */
import { closeAbove, closeIn } from './closed-text';
import { blockOf, collectTextRuns } from './collect-text-runs';
import { attributeOf, type Block, composedParentOf, isElement, isText } from './dom';
import { CLOSING_ATTRIBUTES, isClosing, isReadByItself, isUnreadBlock, kindOf } from './kinds';
import type { PageIndex } from './page-index';
import { isBlank } from './text-run';

/**
 * Calls `onChange` in the microtask after each batch of changes, before the next paint, until `signal` aborts. Observes
 * only the attributes that close text to reading and open it.
 * @returns a function that observes another tree as well: changes in a shadow tree are not reported outside it.
 */
export function watchPage(
  onChange: (records: MutationRecord[]) => void,
  signal: AbortSignal,
): (root: Document | ShadowRoot) => void {
  const observer = new MutationObserver(onChange);
  const watch = (root: Document | ShadowRoot) =>
    observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [...CLOSING_ATTRIBUTES],
      attributeOldValue: true,
    });
  watch(document);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return watch;
}

/** Queues the blocks that `records` concern. @returns whether anything was removed. */
export function enqueueChanges(records: readonly MutationRecord[], index: PageIndex): boolean {
  let hasRemovals = false;
  // A script that adds a hundred items to a list makes a hundred records with one target.
  let lastTarget: Node | null = null;
  let block: Block | null = null;
  let isQueued = false;
  for (const record of records) {
    const { type, target, removedNodes } = record;
    if (type === 'attributes') {
      closeOrOpen(record, index);
      continue;
    }
    hasRemovals ||= removedNodes.length > 0;
    if (target !== lastTarget) {
      lastTarget = target;
      block = blockOf(target);
      isQueued = false;
      if (!block) closeAbove(target, index);
    }
    if (block && !isQueued && (target !== block || index.isReadAgainOnChange(block) || concernsOwnText(record))) {
      index.enqueue(block, false);
      isQueued = true;
    }
    enqueueAdded(record, block !== null, index);
  }
  return hasRemovals;
}

/** Queues nodes added where the page is read. Nodes moved to where it is not may have text runs, which are dropped. */
function enqueueAdded({ addedNodes }: MutationRecord, isRead: boolean, index: PageIndex): void {
  for (const node of addedNodes) {
    if (!isElement(node)) continue;
    if (isRead) enqueueBlocksOf(node, index);
    else closeIn(node, index);
  }
}

/** Handles an attribute that closed an element's text to reading, or opened it. */
function closeOrOpen({ target, attributeName, oldValue }: MutationRecord, index: PageIndex): void {
  if (!isElement(target) || !attributeName) return;
  const value = attributeOf(target, attributeName);
  const kind = kindOf(target);
  // A block is read whether it is hidden or not.
  if (attributeName === 'hidden' && kind !== 'inline' && kind !== 'aside') return;
  // An editor that opts out of translation is read once it only shows its text.
  const isView = attributeName === 'contenteditable' && attributeOf(target, 'translate') !== null;
  if (isClosing(attributeName, value) === isClosing(attributeName, oldValue) && !isView) return;
  if (kind === 'inline') index.close([target]);
  const around = blockOf(composedParentOf(target));
  if (!around) return;
  enqueueBlocksOf(target, index);
  // An element that parts the text around it as a block does so whether it is read or not.
  if (!isUnreadBlock(target)) index.enqueue(around, false);
}

/**
 * Whether a change of a block's children concerns its own text. An item added to a list, or removed from it, does not:
 * otherwise a list of ten thousand would be read again for each.
 */
function concernsOwnText({ type, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): boolean {
  if (type !== 'childList') return true;
  // Where a line ends anyway, only inline nodes and text make a difference.
  if (!isParting(previousSibling) && !isParting(nextSibling)) return true;
  return [...addedNodes].some(isOfLine) || [...removedNodes].some(isOfLine);
}

/** Whether a line of text ends at a node (null: the edge of the block). */
function isParting(node: Node | null): boolean {
  if (!node) return true;
  return isElement(node) && (kindOf(node) === 'block' || isUnreadBlock(node));
}

function isOfLine(node: Node): boolean {
  if (isElement(node)) return kindOf(node) === 'inline';
  return isText(node) && !isBlank(node.data);
}

function enqueueBlocksOf(added: Element, index: PageIndex): void {
  const kind = kindOf(added);
  if (isReadByItself(kind)) index.enqueue(added, true);
  else if (kind !== 'inline') closeIn(added, index);
  else for (const block of collectTextRuns(added).blocks) index.enqueue(block, true);
}
