/**
 * Owns what the always-injected script (`content/`) and the card's code (`card.content/`, injected on first need)
 * agree on. Both run in the isolated world of the same frame, where `isolatedWorld` is their only meeting place.
 */
import type { Entry } from '../../glossary/pack/pack';
import type { SourceLine } from './messages';
import type { Result } from './result';

/** Why a mention was accepted, ready for words: a cue as its folded text, an entry as its headword. */
export type ShownReason = { kind: 'form' | 'quoted' } | { kind: 'near' | 'page' | 'entry'; what: string };

/** A thing the mention may stand for. */
export interface ShownSense {
  entry: Entry;
  sources: SourceLine[];
  reason: ShownReason;
}

/** The likeliest sense first; at least one. */
export type CardContent = ShownSense[];

/** What a card stands beside. */
export interface CardAnchor {
  /** The line box the pointer is at, in viewport coordinates, as it is now; null once the mention is gone. */
  box(): DOMRect | null;
  /** The element the mention is in: scrolling of its ancestors moves the card. */
  context: Element;
}

export interface CardEvents {
  /** The pointer is over the card. */
  onEnter(): void;
  /** The pointer left the card. */
  onLeave(): void;
  /** What the card stands beside is gone or out of sight. */
  onLost(): void;
  /** The reader asked for a passage, by a trusted click. */
  onOpenPassage(bulletin: string, passage: string): void;
}

/** One card at a time. */
export interface Card {
  /** Shows the card, in its loading state until `load` is done; replaces what it showed. `load` is called again if the reader retries. */
  show(anchor: CardAnchor, load: () => Promise<Result<CardContent>>): void;
  /** Takes the card and its host out of the page. */
  close(): void;
  /** Whether an event's target is the card's host. */
  isHost(target: EventTarget | null): boolean;
}

interface IsolatedWorld {
  createCard?: (events: CardEvents) => Card;
  /** Ends the script that runs in this frame, so that one of a newer version can take over. */
  stop?: () => void;
}

const KEY = Symbol.for('pangzhu');

/** The frame's slot: out of reach for the page. */
export function isolatedWorld(): IsolatedWorld {
  const world = globalThis as typeof globalThis & { [KEY]?: IsolatedWorld }; // Only this module uses the key.
  world[KEY] ??= {};
  return world[KEY];
}
