/** Shows the card of the mention that the reader points at, taps or opens by key, and closes it again. */
import { type Quote, sentenceAround } from '../../../glossary/formats/sentence-around';
import type { EntryIndex, Mention } from '../../../glossary/pack/finder-data';
import type { Point } from '../../shared/page/box';
import type { Card, CardAnchor, CardHost } from '../../shared/page/card-api';
import { CardDriver } from '../../shared/page/card-driver';
import { isOpen, type OpenState, restingTarget } from '../../shared/page/card-state';
import type { Send } from '../../shared/page/engine-api';
import { isolatedWorld } from '../../shared/page/isolated-world';
import type { CardSettings } from '../../shared/settings/page-settings';
import type { PageIndex } from '../page-index';
import { readArticleDate } from './article-date';
import { CardContents } from './card-content';
import { correctMark } from './correct-mark';
import { isDarkAt } from './dark-background';
import { isSamePlace, isSameTerm, isThere } from './find-again';
import { FocusKeeper } from './focus-keeper';
import { contextOf, lineAt, type Pointed } from './pointed-mention';
import type { SensedCard } from './pointer-sensor';
import { isScreenNarrow } from './screen-width';
import { TargetPlaces } from './target-places';
import { listenWhileOpen } from './while-open';

/** How long the mark of a card may be gone or out of sight until the card closes, in ms: pages render text again. */
const LOST_MS = 400;
/** A mention that a change of the page moves under a pointer counts if the pointer stopped no longer ago than this, in ms. */
const RECENT_MS = 1000;

/** The parts of the engine that the controller uses. */
export interface CardContext {
  index: PageIndex;
  send: Send;
  isAlive(): boolean;
  /** Of the pack that the mentions' entry indexes belong to. */
  revisions: readonly string[];
  /** Terms in a text of the extension: sorted and disjoint, offsets in `text`. */
  mentionsIn(text: string): readonly Mention[];
  /** As they are now. */
  settings(): CardSettings;
  /** Mutes or unmutes an entry in this document. */
  muteHere(entry: EntryIndex, isMuted: boolean): void;
  /** The pointer moved in the page. */
  onPoint(): void;
  /** The mention whose card opened; null when it closed. */
  onTarget(target: Pointed | null): void;
}

/** Controls the frame's card until its signal aborts, which closes the card. */
export class CardController implements SensedCard {
  readonly contents: CardContents;
  readonly #context: CardContext;
  readonly #signal: AbortSignal;
  readonly #focus = new FocusKeeper();
  readonly #driver: CardDriver<Pointed>;
  #card: Card | null = null;
  #loading: Promise<Card | null> | null = null;
  #whileOpen: AbortController | null = null;
  /** Whether the side panel shows the target, in place of a card. */
  #isInPanel = false;
  /** Whether the card stays although its mark may go. */
  #isDetached = false;
  /** The sentence of the mention whose card was opened last. */
  #quote: Quote = { text: '', start: 0, end: 0 };
  readonly #places: TargetPlaces;
  /** The last target of the pointer. */
  #rested: Pointed | null = null;
  /** Whether the reader closed a card since the pointer moved. */
  #isDismissed = false;
  #lost: ReturnType<typeof setTimeout> | undefined;

  constructor(context: CardContext, signal: AbortSignal) {
    this.contents = new CardContents(context.send, context.revisions);
    this.#context = context;
    this.#signal = signal;
    this.#places = new TargetPlaces(context.index, (target) => {
      if (target === this.target) this.#context.onTarget(target);
    });
    this.#driver = new CardDriver<Pointed>({
      settings: context.settings,
      isSame: isSamePlace,
      boxesOf: (target) => {
        // The page may hide a mark as soon as the pointer leaves it.
        const mark = this.#places.last(target);
        const card = this.#card?.box();
        return mark && card ? [mark, card] : null;
      },
      prepare: ({ mention }) => {
        if (this.#isForPanel) return;
        void this.#loadCard();
        void this.contents.of(mention.senses);
      },
      open: (state) => this.#show(state),
      update: (state) => (this.#isInPanel && state.name !== 'hovered' ? this.#show(state) : this.#update(state)),
      close: () => this.#close(),
    });
    signal.addEventListener('abort', () => this.#driver.dispatch({ type: 'dismissed' }), { once: true });
  }

  isCard(event: Event): boolean {
    return this.#card?.isTargetOf(event) === true;
  }

  approach(at: Point): boolean {
    return this.#driver.approach(at);
  }

  point(pointed: Pointed | null, at: Point): void {
    this.#context.onPoint();
    if (!this.#context.isAlive()) return;
    this.#rested = pointed;
    this.#isDismissed = false;
    if (pointed) this.#places.meet(pointed, this.#targets);
    this.#driver.point(pointed, at);
  }

  isMovedMeant(sinceMs: number): boolean {
    if (this.#isDismissed) return false;
    return this.#rested !== null || (sinceMs < RECENT_MS && this.target === null);
  }

  pointAtMoved(pointed: Pointed, at: Point): void {
    // The reader did not point at a term other than before.
    if (this.#rested && !isSameTerm(this.#rested, pointed)) return;
    if (!this.#context.isAlive()) return;
    this.#rested = pointed;
    this.#places.meet(pointed, this.#targets);
    this.#driver.point(pointed, at);
  }

  /** The target the driver waits for, and the open one. */
  get #targets(): Pointed[] {
    const { state } = this.#driver;
    return [this.target, restingTarget(state)].filter((target) => target !== null);
  }

  /** Opens or closes the mention's card by a tap, or by a click where the reader chose that. */
  click(pointed: Pointed, { pointerType }: PointerEvent): void {
    // A finger cannot hover.
    const isWanted = pointerType === 'touch' || this.#isForPanel || this.#context.settings().opensBy === 'click';
    if (isWanted && this.#context.isAlive()) this.#driver.dispatch({ type: 'tapped', target: pointed });
  }

  /** Opens the mention's card by key, with the focus in it; closes it if that was done before. */
  toggleByKey(pointed: Pointed): void {
    if (this.#context.isAlive()) this.#driver.dispatch({ type: 'keyed', target: pointed });
  }

  /** Closes the card unless it is pinned: the reader has moved on. */
  leave(): void {
    this.#isDismissed = true;
    this.#driver.dispatch({ type: 'pressedElsewhere' });
  }

  /** The mention whose card is open; null while none is. */
  get target(): Pointed | null {
    return this.#driver.target;
  }

  /** Whether the card was opened by key, and so follows the reader from term to term. */
  get isKeyed(): boolean {
    return this.#driver.state.name === 'keyed';
  }

  /** Finds targets again whose text was rendered again, and closes the card of a removed one. Call it when the text changed. */
  checkTarget(): void {
    if (this.#isDetached) return;
    for (const target of this.#targets) {
      if (!this.#places.recover(target) && target === this.target) this.#lose();
    }
  }

  /** Closes the card unless its mark comes back in time, or the pointer is in the card. */
  #lose(): void {
    this.#lost ??= setTimeout(() => {
      this.#lost = undefined;
      const { target } = this;
      if (!target || this.#isDetached || this.#card?.isPointedAt()) return;
      if (!isThere(target) || !this.#card?.isAtMark()) this.#driver.dispatch({ type: 'lost' });
    }, LOST_MS);
  }

  /** Whether hovering is for the side panel. */
  get #isForPanel(): boolean {
    return this.#context.settings().opensBy === 'panel';
  }

  #show({ name, target }: OpenState<Pointed>): void {
    this.#isInPanel = name === 'hovered' && this.#isForPanel;
    if (!this.#isInPanel) {
      void this.#open(target);
      return;
    }
    this.#context.onTarget(target);
    void this.#context.send({ type: 'term.pointed', entry: target.mention.senses[0].entry });
  }

  async #open(target: Pointed): Promise<void> {
    const card = this.#card ?? (await this.#loadCard());
    // The state may have changed while the card's code was loading.
    const { state } = this.#driver;
    if (!card || !isOpen(state) || state.target !== target) return;
    const context = this.#places.recover(target) ? contextOf(target) : null;
    if (!context) {
      this.#driver.dispatch({ type: 'lost' });
      return;
    }
    this.#isDetached = false;
    this.#quote = sentenceAround(target.run.text, target.mention.start, target.mention.end);
    this.#context.onTarget(target);
    this.#listen();
    const takesFocus = state.name === 'keyed';
    if (takesFocus) this.#rememberFocus();
    card.show({
      anchor: this.#anchorOf(target),
      senses: target.mention.senses,
      isDark: isDarkAt(context),
      articleDate: readArticleDate(document),
      layout: state.name === 'tapped' && isScreenNarrow() ? 'sheet' : 'beside',
      takesFocus,
    });
  }

  #anchorOf(target: Pointed): CardAnchor {
    return {
      box: () => (this.#isDetached ? this.#places.last(target) : this.#places.now(target)),
      lines: () => this.#places.lines(target),
      // Text that was rendered again is in another element.
      context: () => contextOf(target) ?? document.documentElement,
    };
  }

  #update({ name }: OpenState<Pointed>): void {
    if (name === 'keyed' && this.#card) {
      this.#rememberFocus();
      this.#card.focus();
    }
    this.#card?.setPinned(name === 'pinned');
  }

  #rememberFocus(): void {
    this.#focus.remember(this.#card?.hasFocus() === true);
  }

  #close(): void {
    clearTimeout(this.#lost);
    this.#lost = undefined;
    this.#whileOpen?.abort();
    this.#whileOpen = null;
    const hadFocus = this.#card?.hasFocus() === true;
    this.#card?.close();
    this.#focus.restore(hadFocus);
    this.#context.onTarget(null);
  }

  #listen(): void {
    this.#whileOpen?.abort();
    this.#whileOpen = new AbortController();
    const dismiss = () => this.#notify('dismissed');
    listenWhileOpen(
      {
        onEscape: () => this.#card?.closeInner() || dismiss(),
        isCard: (event) => this.isCard(event),
        isOnMark: (event) => this.#isOnMark(event),
        onLeave: () => this.leave(),
        onEnd: dismiss,
        isAlive: () => this.#context.isAlive(),
      },
      this.#whileOpen.signal,
    );
  }

  #isOnMark({ clientX, clientY }: PointerEvent): boolean {
    return this.target !== null && lineAt(this.target, { x: clientX, y: clientY }) >= 0;
  }

  /** One request at a time: the card's code is in the frame before its messages are, and needs them. */
  async #loadCard(): Promise<Card | null> {
    if (this.#card) return this.#card;
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #load(): Promise<Card | null> {
    if (!isolatedWorld().createCard) {
      const loaded = await this.#context.send({ type: 'card.load' });
      isolatedWorld().words = loaded.ok ? loaded.value : null;
    }
    if (this.#signal.aborted) return null;
    this.#card ??= isolatedWorld().createCard?.(this.#createHost()) ?? null;
    return this.#card;
  }

  #notify(type: Parameters<CardHost['notify']>[0]): void {
    if (type === 'lost') {
      this.#lose();
      return;
    }
    if (type === 'dismissed') this.#isDismissed = true;
    this.#driver.dispatch({ type });
  }

  #createHost(): CardHost {
    const { send, mentionsIn, settings } = this.#context;
    return {
      notify: (type) => this.#notify(type),
      detach: () => {
        this.#isDetached = true;
      },
      settings,
      contentOf: (senses) => this.contents.of(senses),
      mentionsIn,
      openPassage: (bulletin, passage) => void send({ type: 'bulletin.open', bulletin, passage }),
      openEntry: (entry) => void send({ type: 'glossary.open', entry }),
      muteTerm: (entry, isMuted) => send({ type: 'term.mute', entry, isMuted }),
      correct: (entry, scope, isOn) => correctMark(this.#context, this.#quote, { entry, scope, isOn }),
      openReport: (report) => send({ type: 'report.open', ...report, quote: this.#quote }),
      disableSite: () => send({ type: 'site.setEnabled', isOn: false }),
    };
  }
}
