/** The queue of blocks to be read. */
import type { Block } from './dom';

/** A queued block; `isDeep`: it is to be read with all blocks inside it. */
export interface QueuedBlock {
  block: Block;
  isDeep: boolean;
}

/** Blocks found inside another, as one item of the queue: a page may have tens of thousands. */
class InnerBlocks {
  readonly #blocks: readonly Element[];
  #next = 0;

  constructor(blocks: readonly Element[]) {
    this.#blocks = blocks;
  }

  next(): Element | undefined {
    return this.#blocks[this.#next++];
  }
}

/** A stack with exceptions: blocks come last in, first out, each block once. */
export class BlockQueue {
  /** The next one last. */
  readonly #items: (Block | InnerBlocks)[] = [];
  /** By block that was added by itself: whether it is to be read deep. */
  readonly #isDeep = new Map<Block, boolean>();

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** Adds a block as the next one. A block that is queued already keeps its place. */
  add(block: Block, isDeep: boolean): void {
    if (this.#isNew(block, isDeep)) this.#items.push(block);
  }

  /** Adds a block after all others that are queued. */
  addLast(block: Block, isDeep: boolean): void {
    if (this.#isNew(block, isDeep)) this.#items.unshift(block);
  }

  /** Records the request. @returns whether the block was not queued before. */
  #isNew(block: Block, isDeep: boolean): boolean {
    const queued = this.#isDeep.get(block);
    this.#isDeep.set(block, isDeep || queued === true);
    return queued === undefined;
  }

  /** Adds blocks as the next ones, in document order, each to be read deep. */
  addInner(blocks: readonly Element[]): void {
    if (blocks.length > 0) this.#items.push(new InnerBlocks(blocks));
  }

  /** Removes and returns the next block; null if there is none. */
  next(): QueuedBlock | null {
    for (let item = this.#items.at(-1); item; item = this.#items.at(-1)) {
      if (item instanceof InnerBlocks) {
        const block = item.next();
        if (block) return { block, isDeep: true };
        this.#items.pop();
        continue;
      }
      this.#items.pop();
      const isDeep = this.#isDeep.get(item) === true;
      this.#isDeep.delete(item);
      return { block: item, isDeep };
    }
    return null;
  }
}
