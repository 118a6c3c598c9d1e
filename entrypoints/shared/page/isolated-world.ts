/**
 * Shares values between the extension's scripts of one frame, in a slot of the isolated world that the page cannot reach.
 * The always-injected script (`content/`) finds there what the background injected on first need.
 */
import type { Words } from '../language/words';
import type { CreateCard } from './card-api';
import type { StartEngine } from './engine-api';

/** The reader's walk from term to term by key, as far as this frame is concerned. */
export interface FrameWalk {
  /** The current term is in this frame. */
  readonly isHere: boolean;
  /** The last step found no further term. */
  readonly isAtEnd: boolean;
  /** Ends the walk in this frame. To be called when it continues in another one. */
  endHere(): void;
}

interface IsolatedWorld {
  /** Set by `engine.content/`. */
  startEngine?: StartEngine;
  /** Set by `card.content/`. */
  createCard?: CreateCard;
  /**
   * The interface's messages in the language that the reader chose, loaded with the card or before the first
   * announcement; null where the browser's own are used. A new object after a change of language.
   */
  words?: Words | null;
  /** To be called when `words` changed: the visible cards are rendered again. */
  onWords?: () => void;
  /** The background reads it in each frame of a tab. */
  walk?: FrameWalk;
  /** Ends the scripts of this frame, so that those of a newer version can replace them. */
  stop?: () => void;
}

const KEY = Symbol.for('pangzhu');

/** The frame's slot. */
export function isolatedWorld(): IsolatedWorld {
  const world = globalThis as typeof globalThis & { [KEY]?: IsolatedWorld }; // Only this module uses the key.
  world[KEY] ??= {};
  return world[KEY];
}
