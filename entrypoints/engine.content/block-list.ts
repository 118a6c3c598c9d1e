/**
 * Owns going through a long list of blocks (paragraphs, items, cards) one by one, so that those without anything of the
 * pack cost one reading of their text and leave nothing behind.
 */
import { type Block, childrenOf, hasOwnText, isElement, nextElementOf, parentOf, queryIn } from './dom';
import { hasBlocksByLayout, lineOf } from './kinds';

/** A block with fewer children is read in one go. */
const MANY = 6;

/** In the plain text of a block, readings part words, and words of two lines run together. */
export const UNCLEAR = 'rt, rp, rtc, br';

/** Where a list that is read stands. Elements only: between blocks there is no text but white space. */
export class BlockList {
  readonly block: Element;
  /** Whether the blocks in it are to be read, or only seen to be blocks. */
  readonly isDeep: boolean;
  /** Whether the plain text of a block in it may not tell what its lines do. */
  readonly isUnclear: boolean;
  #at: Element | null;

  constructor(block: Element, isDeep: boolean) {
    this.block = block;
    this.isDeep = isDeep;
    this.isUnclear = isDeep && queryIn(block, UNCLEAR) !== null;
    this.#at = childrenOf(block).item(0);
  }

  /**
   * The next child; null at the end. `'broken'` where this is no list of blocks after all, or what it stood at was taken
   * away: then all of it is to be read in one go.
   */
  next(): Element | null | 'broken' {
    const at = this.#at;
    if (!at) return null;
    if (parentOf(at) !== this.block || lineOf(at) === 'inside') return 'broken';
    this.#at = nextElementOf(at);
    return at;
  }
}

/** The list a block is: many children, and no text of its own between them. Null for any other. */
export function blockListOf(block: Block, isDeep: boolean): BlockList | null {
  if (!isElement(block) || hasBlocksByLayout(block)) return null;
  if (!childrenOf(block).item(MANY - 1) || hasOwnText(block)) return null;
  return new BlockList(block, isDeep);
}
