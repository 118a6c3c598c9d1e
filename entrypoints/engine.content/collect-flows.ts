/** Owns reading one block of the page into flows. */

import { finish } from '../../glossary/find/pace';
import { LINE_BREAK } from '../../glossary/pack/characters';
import { shadowRootOf } from '../shared/page/shadow-roots';
import {
  type Block,
  childCountOf,
  composedParentOf,
  firstChildOf,
  isElement,
  isShadowRoot,
  isText,
  localNameOf,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  queryIn,
  textContentOf,
} from './dom';
import { Flow, FlowBuilder, isBlank } from './flow';
import { hasBlocksByLayout, isUnreadBlock, kindOf, UNUSUAL } from './kinds';

/** Stands for an unread element in a line (an image, a control): no term runs across it. */
const OBJECT_REPLACEMENT = '\ufffc';

/** Shadow trees that hang on elements. */
export interface Trees {
  roots: readonly ShadowRoot[];
  /** Custom elements that have none yet. */
  hosts: readonly Element[];
}

/** A block's own text; its trees are its own and those of elements in its text. */
export interface BlockText extends Trees {
  /** Flows of the block's own text, without that of blocks inside it. */
  flows: readonly Flow[];
  /** The outermost blocks inside it, in document order. */
  blocks: readonly Element[];
  /** Whether it changed under the reading in such a way that what stands behind was not found. */
  isTorn: boolean;
}

const NO_TREES: Trees = { roots: [], hosts: [] };

/** The shadow tree of one element, or that it may get one. */
export function treesOf(block: Block): Trees {
  if (!isElement(block)) return NO_TREES;
  const root = shadowRootOf(block);
  if (root) return { roots: [root], hosts: [] };
  return localNameOf(block).includes('-') ? { roots: [], hosts: [block] } : NO_TREES;
}

/** Nodes read in one step: some ten microseconds. */
const STEP_NODES = 64;

/** Elements in a block from which on it is walked, whatever they are. */
const MANY = 32;

/**
 * The own text of a block that holds nothing but text and a few plain inline elements, as most do; null for another.
 */
export function plainTextOf(block: Block): string | null {
  if (!isElement(block) || hasBlocksByLayout(block)) return null;
  // To see what is in it takes one call, and reading it another, where a walk takes several a node. But a walk can pause.
  if (childCountOf(block) > MANY || queryIn(block, UNUSUAL)) return null;
  return textContentOf(block);
}

/** Reads the own text of `block`. Linear in its inline nodes; blocks inside are named, not read. */
export function collectFlows(block: Block): BlockText {
  return finish(collectingFlows(block, plainTextOf(block)));
}

/**
 * As `collectFlows`, in steps. Of a block that changes between two of them it gives some of what was there and some of
 * what came: then it is to be read again.
 * @param plainText what `plainTextOf` says of it.
 */
export function* collectingFlows(block: Block, plainText: string | null): Generator<void, BlockText> {
  const reader = new BlockReader(block);
  if (plainText === null) yield* reader.walk();
  else if (!isBlank(plainText)) reader.flows.push(new Flow(block, plainText, null));
  return reader;
}

class BlockReader implements BlockText {
  readonly flows: Flow[] = [];
  readonly blocks: Element[] = [];
  readonly roots: ShadowRoot[] = [];
  readonly hosts: Element[] = [];
  isTorn = false;
  readonly #block: Block;
  readonly #builder = new FlowBuilder();

  constructor(block: Block) {
    this.#block = block;
    this.#enter(block);
  }

  /** Goes through the block's inline nodes in document order. Not recursive: a page may nest them at will. */
  *walk(): Generator<void, void> {
    const open: Node[] = [];
    let node: Node | null = firstChildOf(this.#block);
    for (let count = 1; node && !this.isTorn; count++) {
      const isEntered = this.#visit(node);
      if (isEntered) open.push(node);
      if (count % STEP_NODES === 0) yield* this.#pause(node);
      let next: Node | null = isEntered ? firstChildOf(node) : nextSiblingOf(node);
      while (!next && open.length > 0) next = this.#behind(open);
      node = next;
    }
    this.#flush();
  }

  /** What comes behind the innermost element that was gone through. */
  #behind(open: Node[]): Node | null {
    const element = open.pop() as Node; // Asked only where there is one.
    if (parentOf(element) !== (open.at(-1) ?? this.#block)) this.isTorn = true;
    return nextSiblingOf(element);
  }

  /** Lets the page change. Where it took `node` away, or put it elsewhere, the way on is lost. */
  *#pause(node: Node): Generator<void, void> {
    const [parent, before, after] = [parentOf(node), previousSiblingOf(node), nextSiblingOf(node)];
    yield;
    const isBeside = previousSiblingOf(node) === before || nextSiblingOf(node) === after;
    if (parentOf(node) !== parent || !isBeside) this.isTorn = true;
  }

  #enter(block: Block): void {
    const { roots, hosts } = treesOf(block);
    this.roots.push(...roots);
    this.hosts.push(...hosts);
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
        this.#enter(element);
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
