/** The contract between the engine (`engine.content/`) and the card (`card.content/`), each injected on first need. */
import type { NamedReason } from '../../../glossary/find/named-reason';
import type { Entry } from '../../../glossary/library/library';
import type { Mention, Sense } from '../../../glossary/pack/finder-data';
import type { EntryWithSources } from '../messages';
import type { ReportDraft } from '../report-draft';
import type { Result } from '../result';
import type { CorrectionScope } from '../settings/correction';
import type { CardSettings } from '../settings/page-settings';

/** A possible entry of a mention. */
export interface ShownSense extends EntryWithSources {
  reason: NamedReason;
}

/** The likeliest sense first; at least one. */
export type CardContent = ShownSense[];

/** The anchor of a card. */
export interface CardAnchor {
  /** The current line box of the mention that the pointer was at, in viewport coordinates; null once the mention is gone. */
  box(): DOMRect | null;
  /** All line boxes of the mention, which the card leaves free where there is room. */
  lines(): readonly DOMRect[];
  /** The element the mention is in now: scrolling of its ancestors moves the card. */
  context(): Element;
}

/** The subject of a card, and its presentation. */
export interface CardScene {
  anchor: CardAnchor;
  senses: readonly Sense[];
  /** Whether the page is dark under the mark; the card then is dark as well. */
  isDark: boolean;
  /** The page's date of publication, as an ISO date; null where it states none. */
  articleDate: string | null;
  /** `sheet`: at the foot of a narrow screen. */
  layout: 'beside' | 'sheet';
  /** Whether the card gets the focus: only where the reader opened it by key. */
  takesFocus: boolean;
}

/** An entry by its name, and its index in the page. */
export type CorrectedEntry = Pick<Entry, 'id' | 'index'>;

/** The engine's interface for the card: reports and requests. The card calls it on trusted events only. */
export interface CardHost {
  /**
   * The pointer entered or left the card; its anchor is gone or out of sight (`lost`); the reader pinned or unpinned it;
   * the reader closed it, or it cannot be shown (`dismissed`).
   */
  notify(event: 'entered' | 'left' | 'lost' | 'pinned' | 'unpinned' | 'dismissed'): void;
  /** The card stays from now on even if its mark goes: the reader removed the mark, and may want it back. */
  detach(): void;
  /** How cards open, as the reader set it: to be read at each use. */
  settings(): CardSettings;
  contentOf(senses: readonly Sense[]): Promise<Result<CardContent>>;
  /** Terms in a text of the extension: sorted and disjoint, offsets in `text`. */
  mentionsIn(text: string): readonly Mention[];
  openPassage(bulletin: string, passage: string): void;
  /** Opens the entry, by its id, in the glossary. */
  openEntry(entry: string): void;
  muteTerm(entry: string, isMuted: boolean): Promise<Result<null>>;
  /** Adds or removes the correction that the open mark does not mean an entry. */
  correct(entry: CorrectedEntry, scope: CorrectionScope, isOn: boolean): Promise<Result<null>>;
  /** Opens a report about the open mark. */
  openReport(report: Pick<ReportDraft, 'kind' | 'entry' | 'reason'>): Promise<Result<null>>;
  disableSite(): Promise<Result<null>>;
}

/** The frame's one stack of cards: that of a mark, and those of terms in cards. */
export interface Card {
  /** Shows the card of a mark in place of the whole stack; in a loading state until its content is there. */
  show(scene: CardScene): void;
  setPinned(isPinned: boolean): void;
  /** Moves the focus into the innermost card. */
  focus(): void;
  /** Closes the innermost card of a term in a card. @returns whether there was one. */
  closeInner(): boolean;
  /** Removes all cards and their host element from the page. */
  close(): void;
  /** Whether an event went to the card. The page's shadow trees hide that from an event's target. */
  isTargetOf(event: Event): boolean;
  /** Whether the pointer is in a card. */
  isPointedAt(): boolean;
  /** Whether the card could be placed beside its mark when that was last seen to move. */
  isAtMark(): boolean;
  /** Whether the focus is in the card. */
  hasFocus(): boolean;
  /** The box of the mark's card, in viewport coordinates; null while there is none. */
  box(): DOMRect | null;
}

/** Creates the frame's card. Nothing is in the page until `show`. */
export type CreateCard = (engine: CardHost) => Card;
