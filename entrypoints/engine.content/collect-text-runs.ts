/** Reads one block of the page into text runs. */
import { LINE_BREAK } from '../../glossary/pack/characters';
import { finish } from '../../glossary/pack/step-budget';
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
import { hasBlocksByLayout, isReadByItself, isUnreadBlock, kindOf, readAsLetter, UNUSUAL } from './kinds';
import { isBlank, TextRun, TextRunBuilder } from './text-run';

/** Stands for an unread element in a line (an image, a control), so that no form matches across it. */
const OBJECT_REPLACEMENT = '\ufffc';

/** Shadow trees attached to elements. */
export interface Trees {
  roots: readonly ShadowRoot[];
  /** Custom elements that have none yet. */
  hosts: readonly Element[];
}

/** The own text of a block, without that of blocks inside it. Trees: its own, and those of elements in its text. */
export interface BlockText extends Trees {
  /** In document order. */
  runs: readonly TextRun[];
  /** The outermost blocks inside it, in document order. */
  blocks: readonly Element[];
  /** Whether the block changed during the reading so that the rest of it was not reached. */
  isIncomplete: boolean;
}

const NO_TREES: Trees = { roots: [], hosts: [] };

/** The shadow tree of one element, or the element itself if it may get one. */
export function treesOf(block: Block): Trees {
  if (!isElement(block)) return NO_TREES;
  const root = shadowRootOf(block);
  if (root) return { roots: [root], hosts: [] };
  return localNameOf(block).includes('-') ? { roots: [], hosts: [block] } : NO_TREES;
}

/** Nodes read in one step: some ten microseconds. */
const STEP_NODES = 64;

/** Child elements above which a block is walked, whatever they are. */
const MANY = 32;

/** The own text of a block that has nothing but text and a few plain inline elements, as most have; null for others. */
export function plainTextOf(block: Block): string | null {
  if (!isElement(block) || hasBlocksByLayout(block)) return null;
  // Two calls, one to inspect the block and one to read it; a walk needs several for each node, but can pause.
  if (childCountOf(block) > MANY || queryIn(block, UNUSUAL)) return null;
  return textContentOf(block);
}

/** Reads the own text of `block`. Linear in its inline nodes; blocks inside are listed, not read. */
export function collectTextRuns(block: Block): BlockText {
  return finish(collectingTextRuns(block, plainTextOf(block)));
}

/**
 * As `collectTextRuns`, in steps. If the block changes between two steps, the result mixes old and new text: read it again.
 * @param plainText result of `plainTextOf` for the block.
 */
export function* collectingTextRuns(block: Block, plainText: string | null): Generator<void, BlockText> {
  const reader = new BlockReader(block);
  if (plainText === null) yield* reader.walk();
  else if (!isBlank(plainText)) reader.runs.push(new TextRun(block, plainText, null));
  return reader;
}

class BlockReader implements BlockText {
  readonly runs: TextRun[] = [];
  readonly blocks: Element[] = [];
  readonly roots: ShadowRoot[] = [];
  readonly hosts: Element[] = [];
  isIncomplete = false;
  readonly #block: Block;
  readonly #builder = new TextRunBuilder();

  constructor(block: Block) {
    this.#block = block;
    this.#enter(block);
  }

  /** Visits the block's inline nodes in document order. Not recursive: a page may nest them to any depth. */
  *walk(): Generator<void, void> {
    const open: Node[] = [];
    let node: Node | null = firstChildOf(this.#block);
    for (let count = 1; node && !this.isIncomplete; count++) {
      const isEntered = this.#visit(node);
      if (isEntered) open.push(node);
      if (count % STEP_NODES === 0) yield* this.#pause(node);
      let next: Node | null = isEntered ? firstChildOf(node) : nextSiblingOf(node);
      while (!next && open.length > 0) next = this.#leave(open);
      node = next;
    }
    this.#flush();
  }

  /** Leaves the innermost open element. @returns its next sibling. */
  #leave(open: Node[]): Node | null {
    const element = open.pop() as Node; // Called only where there is one.
    if (parentOf(element) !== (open.at(-1) ?? this.#block)) this.isIncomplete = true;
    return nextSiblingOf(element);
  }

  /** Lets the page change. If it removes or moves `node`, the walk cannot continue. */
  *#pause(node: Node): Generator<void, void> {
    const [parent, before, after] = [parentOf(node), previousSiblingOf(node), nextSiblingOf(node)];
    yield;
    const isBeside = previousSiblingOf(node) === before || nextSiblingOf(node) === after;
    if (parentOf(node) !== parent || !isBeside) this.isIncomplete = true;
  }

  #enter(block: Block): void {
    const { roots, hosts } = treesOf(block);
    this.roots.push(...roots);
    this.hosts.push(...hosts);
  }

  /** @returns whether to visit the node's children. */
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
        if (isLetter(element)) {
          readAsLetter(element);
          return true;
        }
        this.#flush();
        this.blocks.push(element);
        return false;
      case 'aside':
        this.blocks.push(element);
        return false;
      case 'unread':
        if (isUnreadBlock(element)) this.#flush();
        else this.#builder.addMark(OBJECT_REPLACEMENT);
        return false;
      case 'skipped':
        return false;
      default:
        this.#enter(element);
        return true;
    }
  }

  #flush(): void {
    const run = this.#builder.build(this.#block);
    if (run) this.runs.push(run);
  }
}

/** Length of the text of a letter, in UTF-16 units: with a space, or a pair of surrogates. */
const LETTER_LENGTH = 2;

/** Whether a block by name is a single letter, laid out in a line. Computes style only for so short a text. */
function isLetter(element: Element): boolean {
  const text = firstChildOf(element);
  if (!text || !isText(text) || text.length > LETTER_LENGTH || nextSiblingOf(text)) return false;
  return getComputedStyle(element).display.startsWith('inline');
}

/** The block a node's text belongs to; null if it is not read, or not in the page. Linear in the depth. */
export function blockOf(node: Node | null): Block | null {
  let block: Block | null = null;
  for (let current = node; current; current = composedParentOf(current)) {
    if (isShadowRoot(current)) block ??= current;
    if (!isElement(current)) continue;
    const kind = kindOf(current);
    if (kind === 'unread' || kind === 'skipped') return null;
    if (isReadByItself(kind)) block ??= current;
  }
  return block;
}
