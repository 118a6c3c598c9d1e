/**
 * Owns the place where our scripts of one frame meet: a slot in the isolated world, out of the page's reach.
 * The always-injected script (`content/`) finds there what the background injected on first need.
 */

import type { Words } from '../language/words';
import type { CreateCard } from './card-api';
import type { StartEngine } from './engine-api';

export interface FrameWalk {
  /** In this frame is the term the reader has walked to. */
  readonly isHere: boolean;
  /** The last step found no term further on. */
  readonly isAtEnd: boolean;
  /** The walk goes on in another frame. */
  handOn(): void;
}

interface IsolatedWorld {
  /** Left by `engine.content/`. */
  startEngine?: StartEngine;
  /** Left by `card.content/`. */
  createCard?: CreateCard;
  /**
   * The words of the language the reader chose, brought with the card or before the first is spoken, and others when
   * they chose another; null where the browser's own hold.
   */
  words?: Words | null;
  /** To be called when the words became others: what is to be seen then says them. */
  onWords?: () => void;
  /** The reader's walk from term to term in this frame; the background asks each frame of a tab where it stands. */
  walk?: FrameWalk;
  /** Ends the script that runs in this frame, so that one of a newer version can take over. */
  stop?: () => void;
}

const KEY = Symbol.for('pangzhu');

/** The frame's slot. */
export function isolatedWorld(): IsolatedWorld {
  const world = globalThis as typeof globalThis & { [KEY]?: IsolatedWorld }; // Only this module uses the key.
  world[KEY] ??= {};
  return world[KEY];
}
