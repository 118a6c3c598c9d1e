/** Owns reading one block of the page into flows. */
import { LINE_BREAK } from '../../glossary/find/characters';
import { shadowRootOf } from '../shared/page/shadow-roots';
import {
  type Block,
  composedParentOf,
  firstChildOf,
  isElement,
  isShadowRoot,
  isText,
  localNameOf,
  nextSiblingOf,
  queryIn,
  textContentOf,
} from './dom';
import { Flow, FlowBuilder, isBlank } from './flow';
import { hasBlocksByLayout, isUnreadBlock, kindOf, UNUSUAL } from './kinds';

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
  const reader = new BlockReader(block);
  if (isElement(block)) reader.enter(block);
  // Most blocks hold plain text. To see that takes one call, and reading it another, where a walk takes several a node.
  if (isElement(block) && !hasBlocksByLayout(block) && !queryIn(block, UNUSUAL)) reader.readPlain(block);
  else reader.walk();
  return reader;
}

class BlockReader implements BlockText {
  readonly flows: Flow[] = [];
  readonly blocks: Element[] = [];
  readonly roots: ShadowRoot[] = [];
  readonly hosts: Element[] = [];
  readonly #block: Block;
  readonly #builder = new FlowBuilder();

  constructor(block: Block) {
    this.#block = block;
  }

  /** Takes note of an element's shadow tree, or that it may get one. */
  enter(element: Element): void {
    const root = shadowRootOf(element);
    if (root) this.roots.push(root);
    else if (localNameOf(element).includes('-')) this.hosts.push(element);
  }

  readPlain(block: Element): void {
    const text = textContentOf(block) ?? '';
    if (!isBlank(text)) this.flows.push(new Flow(block, text, null));
  }

  /** Goes through the block's inline nodes in document order. Not recursive: a page may nest them at will. */
  walk(): void {
    const open: (Node | null)[] = [];
    let node: Node | null = firstChildOf(this.#block);
    for (;;) {
      while (!node) {
        if (open.length === 0) {
          this.#flush();
          return;
        }
        node = open.pop() ?? null;
      }
      const next = nextSiblingOf(node);
      if (this.#visit(node)) {
        open.push(next);
        node = firstChildOf(node);
      } else node = next;
    }
  }

  /** @returns whether to go into the node's children. */
  #visit(node: Node): boolean {
    if (isText(node)) this.#builder.addNode(node);
    else if (isElement(node)) return this.#visitElement(node);
    return false;
  }

  #visitElement(element: Element): boolean {
    switch (kindOf(element)) {
      case 'break':
        this.#builder.addMark(LINE_BREAK);
        return false;
      case 'block':
        this.#flush();
        this.blocks.push(element);
        return false;
      case 'unread':
        if (isUnreadBlock(element)) this.#flush();
        else this.#builder.addMark(OBJECT_REPLACEMENT);
        return false;
      case 'silent':
        return false;
      default:
        this.enter(element);
        return true;
    }
  }

  #flush(): void {
    const flow = this.#builder.take(this.#block);
    if (flow) this.flows.push(flow);
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
