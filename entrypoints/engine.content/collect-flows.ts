/** Owns reading one block of the page into flows. */
import { LINE_BREAK } from '../../glossary/find/characters';
import { shadowRootOf } from '../shared/shadow-roots';
import { type Block, composedParentOf, isElement, isShadowRoot, isText, localNameOf } from './dom';
import { type Flow, FlowBuilder } from './flow';
import { isUnreadBlock, kindOf } from './kinds';

/** Stands for an unread element in a line (an image, a control): no term runs across it. */
const OBJECT_REPLACEMENT = '\ufffc';

export interface BlockText {
  /** Flows of the block's own text, without that of blocks inside it. */
  flows: Flow[];
  /** The outermost blocks inside it, in document order. */
  blocks: Element[];
  /** Shadow trees of elements in its own text, and its own. */
  roots: ShadowRoot[];
  /** Custom elements that have none yet. */
  hosts: Element[];
}

/** Reads the own text of `block`. Linear in its inline nodes; blocks inside are named, not read. */
export function collectFlows(block: Block): BlockText {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const builder = new FlowBuilder();
  const flows: Flow[] = [];
  const blocks: Element[] = [];
  const roots: ShadowRoot[] = [];
  const hosts: Element[] = [];
  const enter = (element: Element) => {
    const root = shadowRootOf(element);
    if (root) roots.push(root);
    else if (localNameOf(element).includes('-')) hosts.push(element);
  };
  const flush = () => {
    const flow = builder.take(block);
    if (flow) flows.push(flow);
  };
  /** @returns whether to go into the node's children. */
  const visit = (node: Node): boolean => {
    if (isText(node)) builder.addNode(node);
    if (!isElement(node)) return false;
    const kind = kindOf(node);
    if (kind === 'break') builder.addMark(LINE_BREAK);
    if (kind === 'block') {
      flush();
      blocks.push(node);
    }
    if (kind === 'inline') enter(node);
    if (kind === 'unread') {
      if (isUnreadBlock(node)) flush();
      else builder.addMark(OBJECT_REPLACEMENT);
    }
    return kind === 'inline';
  };
  if (isElement(block)) enter(block);
  let node = walker.firstChild();
  while (node) {
    const next: Node | null = (visit(node) ? walker.firstChild() : null) ?? nextAcross(walker);
    node = next;
  }
  flush();
  return { flows, blocks, roots, hosts };
}

/** The walker's next node after the current one's subtree, inside the root. */
function nextAcross(walker: TreeWalker): Node | null {
  for (;;) {
    const sibling = walker.nextSibling();
    if (sibling) return sibling;
    if (!walker.parentNode() || walker.currentNode === walker.root) return null;
  }
}

/** The block a node's text belongs to, or null if it is not read at all (or not in the page). */
export function blockOf(node: Node | null): Block | null {
  let block: Block | null = null;
  for (let current = node; current; current = composedParentOf(current)) {
    if (isShadowRoot(current)) block ??= current;
    if (!isElement(current)) continue;
    const kind = kindOf(current);
    if (kind === 'unread' || kind === 'silent') return null;
    if (kind === 'block') block ??= current;
  }
  return block;
}
