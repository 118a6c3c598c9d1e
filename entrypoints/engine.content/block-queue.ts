/** Owns which blocks are still to be read, and in which order. */
import type { Block } from './dom';

/** A block to read, and whether the blocks inside it are to be read too. */
export interface Due {
  block: Block;
  isDeep: boolean;
}

/** Blocks found inside another. A page may have tens of thousands: they are not queued one by one. */
class Inner {
  readonly #blocks: readonly Element[];
  #next = 0;

  constructor(blocks: readonly Element[]) {
    this.#blocks = blocks;
  }

  take(): Element | undefined {
    return this.#blocks[this.#next++];
  }
}

export class BlockQueue {
  /** The next one last. */
  readonly #items: (Block | Inner)[] = [];
  /** Of those that were asked for by themselves: whether it is to be read with all inside it. */
  readonly #isDeep = new Map<Block, boolean>();

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** Asks for one block. It comes next, or when it was to come if it was asked for before. */
  add(block: Block, isDeep: boolean): void {
    if (this.#note(block, isDeep)) this.#items.push(block);
  }

  /** Asks for one block, which comes after all others there are. */
  addLast(block: Block, isDeep: boolean): void {
    if (this.#note(block, isDeep)) this.#items.unshift(block);
  }

  /** @returns whether it was not asked for before. */
  #note(block: Block, isDeep: boolean): boolean {
    const queued = this.#isDeep.get(block);
    this.#isDeep.set(block, isDeep || queued === true);
    return queued === undefined;
  }

  /** Asks for blocks in document order, each with all inside it. They come next. */
  addInner(blocks: readonly Element[]): void {
    if (blocks.length > 0) this.#items.push(new Inner(blocks));
  }

  /** Takes out the next one; null if there is none. */
  take(): Due | null {
    for (let item = this.#items.at(-1); item; item = this.#items.at(-1)) {
      if (item instanceof Inner) {
        const block = item.take();
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
