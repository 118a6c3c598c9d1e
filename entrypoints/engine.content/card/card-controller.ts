/** Shows the card of the mention that the reader points at, taps or opens by key, and closes it again. */

import type { Mention } from '../../../glossary/pack/finder-data';
import type { Card, CardAnchor, CardHost } from '../../shared/page/card-api';
import { CardDriver } from '../../shared/page/card-driver';
import { isOpen, type OpenState } from '../../shared/page/card-state';
import type { Send } from '../../shared/page/engine-api';
import { isolatedWorld } from '../../shared/page/isolated-world';
import type { Point } from '../../shared/page/safe-polygon';
import type { CardSettings } from '../../shared/settings/page-settings';
import { lineBoxes } from '../line-boxes';
import { readArticleDate } from './article-date';
import { CardContents } from './card-content';
import { isDarkAt } from './dark-background';
import { FocusKeeper } from './focus-keeper';
import { lineAt, type Pointed } from './pointed-mention';
import type { SensedCard } from './pointer-sensor';
import { listenWhileOpen } from './while-open';

/** A tapped card is a sheet at the foot of a screen narrower than this, in CSS pixels. */
const NARROW = 480;

/** What the controller needs of the engine. */
export interface CardContext {
  send: Send;
  isAlive(): boolean;
  /** Of the pack that the mentions' entry indexes belong to. */
  revisions: readonly string[];
  /** Terms in a text of the extension: sorted and disjoint, offsets in `text`. */
  mentionsIn(text: string): readonly Mention[];
  /** As they are now. */
  settings(): CardSettings;
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
  /** Whether the card stays although its mark may go. */
  #isDetached = false;

  constructor(context: CardContext, signal: AbortSignal) {
    this.contents = new CardContents(context.send, context.revisions);
    this.#context = context;
    this.#signal = signal;
    this.#driver = new CardDriver<Pointed>({
      settings: context.settings,
      isSame: isSamePlace,
      boxesOf: ({ run, mention, line }) => {
        const mark = lineBoxes(run, mention.start, mention.end)[line];
        const card = this.#card?.box();
        return mark && card ? [mark, card] : null;
      },
      prepare: ({ mention }) => {
        void this.#loadCard();
        void this.contents.of(mention.senses);
      },
      open: ({ target }) => void this.#open(target),
      update: (state) => this.#update(state),
      close: () => this.#close(),
    });
    signal.addEventListener('abort', () => this.#driver.dispatch({ type: 'dismissed' }), { once: true });
  }

  isCard(target: EventTarget | null): boolean {
    return this.#card?.isHost(target) === true;
  }

  approach(at: Point): boolean {
    return this.#driver.approach(at);
  }

  point(pointed: Pointed | null, at: Point): void {
    this.#context.onPoint();
    if (this.#context.isAlive()) this.#driver.point(pointed, at);
  }

  /** Opens or closes the mention's card by a tap, or by a click where the reader chose that. */
  click(pointed: Pointed, { pointerType }: PointerEvent): void {
    // A finger cannot hover.
    const isWanted = pointerType === 'touch' || this.#context.settings().opensBy === 'click';
    if (isWanted && this.#context.isAlive()) this.#driver.dispatch({ type: 'tapped', target: pointed });
  }

  /** Opens the mention's card by key, with the focus in it; closes it if that was done before. */
  toggleByKey(pointed: Pointed): void {
    if (this.#context.isAlive()) this.#driver.dispatch({ type: 'keyed', target: pointed });
  }

  /** Closes the card unless it is pinned: the reader has moved on. */
  leave(): void {
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

  /** Closes a card whose mention is gone. To be called when the page's text changed. */
  checkTarget(): void {
    const { state } = this.#driver;
    if (state.name === 'idle' || this.#isDetached) return;
    const { run, mention } = state.target;
    if (!run.isIntact(mention.start, mention.end)) this.#driver.dispatch({ type: 'lost' });
  }

  async #open(target: Pointed): Promise<void> {
    const card = this.#card ?? (await this.#loadCard());
    // The state may have changed while the card's code was loading.
    const { state } = this.#driver;
    if (!card || !isOpen(state) || state.target !== target) return;
    const { run, mention } = target;
    const context = run.boundsOf(mention.start, mention.end)?.startContainer.parentElement;
    if (!context) return;
    this.#isDetached = false;
    this.#context.onTarget(target);
    this.#listen();
    const takesFocus = state.name === 'keyed';
    if (takesFocus) this.#rememberFocus();
    card.show({
      anchor: this.#anchorOf(target, context),
      senses: mention.senses,
      isDark: isDarkAt(context),
      articleDate: readArticleDate(document),
      layout: state.name === 'tapped' && innerWidth <= NARROW ? 'sheet' : 'beside',
      takesFocus,
    });
  }

  #anchorOf({ run, mention, line }: Pointed, context: Element): CardAnchor {
    let last: DOMRect | null = null;
    const box = () => {
      const boxes = lineBoxes(run, mention.start, mention.end);
      const now = boxes[line] ?? boxes[0] ?? null;
      last = now ?? (this.#isDetached ? last : null);
      return last;
    };
    return { box, context };
  }

  #update({ name }: OpenState<Pointed>): void {
    if (name === 'keyed' && this.#card) {
      this.#rememberFocus();
      this.#card.focus();
    }
    this.#card?.setPinned(name === 'pinned');
  }

  #rememberFocus(): void {
    this.#focus.remember((element) => this.isCard(element));
  }

  #close(): void {
    this.#whileOpen?.abort();
    this.#whileOpen = null;
    const hadFocus = this.isCard(document.activeElement);
    this.#card?.close();
    this.#focus.restore(hadFocus);
    this.#context.onTarget(null);
  }

  #listen(): void {
    this.#whileOpen?.abort();
    this.#whileOpen = new AbortController();
    const dismiss = () => this.#driver.dispatch({ type: 'dismissed' });
    listenWhileOpen(
      {
        onEscape: () => this.#card?.closeInner() || dismiss(),
        onPress: (event) => {
          if (!this.isCard(event.target) && !this.#isOnMark(event)) this.leave();
        },
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

  #createHost(): CardHost {
    const { send, mentionsIn, settings } = this.#context;
    return {
      notify: (type) => this.#driver.dispatch({ type }),
      detach: () => {
        this.#isDetached = true;
      },
      settings,
      contentOf: (senses) => this.contents.of(senses),
      mentionsIn,
      openPassage: (bulletin, passage) => void send({ type: 'bulletin.open', bulletin, passage }),
      openEntry: (entry) => void send({ type: 'glossary.open', entry }),
      muteTerm: (entry, isMuted) => send({ type: 'term.mute', entry, isMuted }),
      disableSite: () => send({ type: 'site.turn', isOn: false }),
    };
  }
}

/** Whether both are the same range of the page; false if one of them is gone. */
export function isSamePlace(a: Pick<Pointed, 'run' | 'mention'>, b: Pick<Pointed, 'run' | 'mention'>): boolean {
  const first = a.run.boundsOf(a.mention.start, a.mention.end);
  const second = b.run.boundsOf(b.mention.start, b.mention.end);
  return (
    first !== null &&
    second !== null &&
    first.startContainer === second.startContainer &&
    first.startOffset === second.startOffset &&
    first.endContainer === second.endContainer &&
    first.endOffset === second.endOffset
  );
}
