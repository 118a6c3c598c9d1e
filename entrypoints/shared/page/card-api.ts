/** Owns what the engine (`engine.content/`) and the card (`card.content/`), each injected on first need, agree on. */

import type { NamedReason } from '../../../glossary/find/named-reason';
import type { Mention, Sense } from '../../../glossary/pack/finder-data';
import type { EntryWithSources } from '../messages';
import type { Result } from '../result';

/** A thing the mention may stand for. */
export interface ShownSense extends EntryWithSources {
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

export interface CardScene {
  anchor: CardAnchor;
  senses: readonly Sense[];
  /** Whether the page is dark where the mark is, so that the card can be too. */
  isDark: boolean;
  /** When the page says it was published, as an ISO date; null where it does not. */
  articleDate: string | null;
  /** `sheet`: at the foot of a narrow screen. */
  layout: 'beside' | 'sheet';
  /** Whether it takes the focus: only where the reader asked for it by key. */
  takesFocus: boolean;
}

/** What the card asks of the engine, and tells it. All of it happens by trusted events only. */
export interface CardDesk {
  /** The pointer is over the card. */
  onEnter(): void;
  /** The pointer left the card. */
  onLeave(): void;
  /** What the card stands beside is gone or out of sight. */
  onLost(): void;
  onPin(isPinned: boolean): void;
  /** The reader closed the card. */
  onClose(): void;
  /** From now on the card stays even if its mark goes: the reader took the mark away, and may want it back. */
  onDetach(): void;
  contentOf(senses: readonly Sense[]): Promise<Result<CardContent>>;
  /** Terms in a text of ours, sorted and disjoint. */
  mentionsIn(text: string): readonly Mention[];
  openPassage(bulletin: string, passage: string): void;
  /** Opens the entry, by its id, in the glossary. */
  openEntry(entry: string): void;
  muteTerm(entry: string, isMuted: boolean): Promise<Result<null>>;
  turnSiteOff(): Promise<Result<null>>;
}

/** One stack of cards at a time: that of a mark, and those of terms in cards. */
export interface Card {
  /** Shows the card, in its loading state while the content is on its way; replaces what it showed. */
  show(scene: CardScene): void;
  setPinned(isPinned: boolean): void;
  /** Moves the focus into the innermost card. */
  focus(): void;
  /** Closes the innermost card of a term in a card; false if there is none. */
  closeInner(): boolean;
  /** Takes the card and its host out of the page. */
  close(): void;
  /** Whether an event's target is the card's host. */
  isHost(target: EventTarget | null): boolean;
  /** Where the card stands, in viewport coordinates; null while there is none. */
  box(): DOMRect | null;
}

/** Makes the frame's card. Nothing is in the page until `show`. */
export type CreateCard = (desk: CardDesk) => Card;
