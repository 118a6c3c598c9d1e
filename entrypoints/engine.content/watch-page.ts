/** Owns noticing changes of the page and naming the blocks they concern. */
import { closeAbove, closeIn } from './closed-text';
import { blockOf, collectTextRuns } from './collect-text-runs';
import { attributeOf, type Block, composedParentOf, isElement, isText } from './dom';
import { CLOSING_ATTRIBUTES, isClosing, isUnreadBlock, kindOf } from './kinds';
import type { PageIndex } from './page-index';
import { isBlank } from './text-run';

/**
 * Calls `onChange` in the microtask after each batch of changes, before the next paint, until `signal` aborts.
 * Of attributes, those are watched that close text to reading and open it.
 * @returns what watches another tree of the page as well: a shadow tree's changes stay in it.
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
  // A script that adds a hundred items to a list says so a hundred times.
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
    if (block && !isQueued && (target !== block || index.isDelicate(block) || concernsOwnText(record))) {
      index.enqueue(block, false);
      isQueued = true;
    }
    takeIn(record, block !== null, index);
  }
  return hasRemovals;
}

/** Queues what was added where the page is read. What comes where it is not read may have been read elsewhere before. */
function takeIn({ addedNodes }: MutationRecord, isRead: boolean, index: PageIndex): void {
  for (const node of addedNodes) {
    if (!isElement(node)) continue;
    if (isRead) enqueueBlocksOf(node, index);
    else closeIn(node, index);
  }
}

/** Takes in that an attribute closed an element's text to reading, or opened it. */
function closeOrOpen({ target, attributeName, oldValue }: MutationRecord, index: PageIndex): void {
  if (!isElement(target) || !attributeName) return;
  const value = attributeOf(target, attributeName);
  if (isClosing(attributeName, value) === isClosing(attributeName, oldValue)) return;
  const around = blockOf(composedParentOf(target));
  if (!around) return;
  enqueueBlocksOf(target, index);
  // What parts the text around it as a block does, parts it unread as well.
  if (!isUnreadBlock(target)) index.enqueue(around, false);
}

/**
 * Whether a change of a block's children concerns the text of its own. An item that is added to a list, or taken from
 * it, does not: else a list of ten thousand would be gone through for each.
 */
function concernsOwnText({ type, addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): boolean {
  if (type !== 'childList') return true;
  // Where one line ends there already, what is no part of a line changes nothing.
  if (!isParting(previousSibling) && !isParting(nextSibling)) return true;
  return [...addedNodes].some(isOfLine) || [...removedNodes].some(isOfLine);
}

/** Whether a line of text ends at a node; null stands for the edge of the block. */
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
  if (kind === 'block') index.enqueue(added, true);
  else if (kind !== 'inline') closeIn(added, index);
  else for (const block of collectTextRuns(added).blocks) index.enqueue(block, true);
}
