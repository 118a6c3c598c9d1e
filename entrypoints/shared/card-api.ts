/** Owns what the engine (`engine.content/`) and the card (`card.content/`), each injected on first need, agree on. */
import type { NamedReason } from '../../glossary/find/named-reason';
import type { Entry } from '../../glossary/pack/pack';
import type { SourceLine } from './messages';
import type { Result } from './result';

/** A thing the mention may stand for. */
export interface ShownSense {
  entry: Entry;
  sources: SourceLine[];
  reason: NamedReason;
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

/** Makes the frame's card. Nothing is in the page until `show`. */
export type CreateCard = (events: CardEvents) => Card;
