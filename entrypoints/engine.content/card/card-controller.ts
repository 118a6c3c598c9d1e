/** Owns carrying out what the card's state asks for: timers, loading, the card itself, and what dismisses it. */
import type { Mention } from '../../../glossary/pack/finder-data';
import type { Card, CardAnchor, CardDesk } from '../../shared/page/card-api';
import {
  type CardEvent,
  type CardState,
  GRACE_MS,
  isOpen,
  PREPARE_MS,
  REST_MS,
  reduceCard,
} from '../../shared/page/card-state';
import { isInCorridor } from '../../shared/page/corridor';
import type { Send } from '../../shared/page/engine-api';
import { isolatedWorld } from '../../shared/page/isolated-world';
import { readArticleDate } from './article-date';
import { CardContents } from './card-content';
import { FocusKeeper } from './focus-keeper';
import { isDarkAt } from './page-ground';
import { lineBoxes, type Pointed } from './pointed-mention';
import { listenWhileOpen } from './while-open';

/** How long before the rest is over a card that is ready is drawn, in ms: it is painted a frame or two later. */
const LEAD_MS = 24;
/** A screen narrower than this has the card at its foot when it was tapped for, in CSS pixels. */
const NARROW = 480;

export interface CardContext {
  send: Send;
  isAlive(): boolean;
  /** Of the pack that the mentions' entry indexes belong to. */
  revisions: readonly string[];
  /** Terms in a text of ours. */
  mentionsIn(text: string): readonly Mention[];
  /** How long the pointer rests until a card opens, in ms. */
  restMs(): number;
  /** The mention whose card is open, or none. */
  onTarget(target: Pointed | null): void;
}

export class CardController {
  readonly contents: CardContents;
  readonly #context: CardContext;
  readonly #signal: AbortSignal;
  readonly #focus = new FocusKeeper();
  #state: CardState<Pointed> = { name: 'idle', token: 0 };
  #card: Card | null = null;
  #loading: Promise<Card | null> | null = null;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #whileOpen: AbortController | null = null;
  /** Whether the card stays although its mark may go. */
  #isDetached = false;

  /** Works until `signal` aborts, which closes the card. */
  constructor(context: CardContext, signal: AbortSignal) {
    this.contents = new CardContents(context.send, context.revisions);
    this.#context = context;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#dispatch({ type: 'dismissed' }), { once: true });
  }

  /** Whether an event went to the card. */
  isOurs(target: EventTarget | null): boolean {
    return this.#card?.isHost(target) === true;
  }

  /** Whether the point is in the corridor between the card and its mark. */
  isOnTheWay(x: number, y: number): boolean {
    const state = this.#state;
    const card = this.#card?.box();
    if (state.name !== 'hovered' || !card) return false;
    const { flow, mention, line } = state.target;
    const mark = lineBoxes(flow, mention.start, mention.end)[line];
    return mark !== undefined && isInCorridor({ x, y }, mark, card);
  }

  near(): void {
    this.#dispatch({ type: 'neared' });
  }

  /** Takes what is under the pointer now. */
  point(pointed: Pointed | null, isStill: boolean): void {
    if (!this.#context.isAlive()) return;
    if (pointed) this.#dispatch({ type: 'over', target: this.#known(pointed), isStill });
    else this.#dispatch({ type: 'out' });
  }

  /** Takes a tap, or a click where the reader opens cards by clicking. */
  tap(pointed: Pointed): void {
    if (this.#context.isAlive()) this.#dispatch({ type: 'tapped', target: this.#known(pointed) });
  }

  /** Opens the mention's card by key, with the focus in it; asked again, closes it. */
  ask(pointed: Pointed): void {
    if (this.#context.isAlive()) this.#dispatch({ type: 'asked', target: this.#known(pointed) });
  }

  /** The reader has gone elsewhere. A pinned card stays. */
  leave(): void {
    this.#dispatch({ type: 'pressed' });
  }

  /** What the card is about, while one is open. */
  get target(): Pointed | null {
    return isOpen(this.#state) ? this.#state.target : null;
  }

  /** Whether the card was opened by key, and so goes along with the reader from term to term. */
  get isKeyed(): boolean {
    return this.#state.name === 'keyed';
  }

  /** To be called when the page's text changed: a card whose mention is gone closes. */
  checkTarget(): void {
    if (this.#state.name === 'idle' || this.#isDetached) return;
    const { flow, mention } = this.#state.target;
    if (!flow.isIntact(mention.start, mention.end)) this.#dispatch({ type: 'lost' });
  }

  /** The target we have for the same place of the page, so that reading it again is no news. */
  #known(pointed: Pointed): Pointed {
    const state = this.#state;
    const candidates = state.name === 'idle' ? [] : [state.target, state.name === 'hovered' ? state.next : null];
    return candidates.find((target) => target && isSamePlace(target, pointed)) ?? pointed;
  }

  #dispatch(event: CardEvent<Pointed>): void {
    const before = this.#state;
    const after = reduceCard(before, event);
    if (after === before) return;
    this.#state = after;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
    this.#schedule(after);
    const shown = isOpen(before) ? before.target : null;
    if (!isOpen(after)) {
      if (shown) this.#close();
      return;
    }
    if (after.target !== shown) void this.#open(after.target);
    else if (after.name === 'keyed') this.#focusCard();
    this.#card?.setPinned(after.name === 'pinned');
  }

  #schedule(state: CardState<Pointed>): void {
    const { token } = state;
    const next = state.name === 'resting' ? state.target : state.name === 'hovered' ? state.next : null;
    if (next) {
      const restMs = this.#context.restMs();
      this.#after(Math.min(PREPARE_MS, (restMs * PREPARE_MS) / REST_MS), () => this.#prepare(next));
      this.#after(Math.max(0, restMs - LEAD_MS), () => this.#dispatch({ type: 'rested', token }));
    } else if (state.name === 'hovered' && !state.isHeld) {
      this.#after(GRACE_MS, () => this.#dispatch({ type: 'graced', token }));
    }
  }

  #after(delayMs: number, action: () => void): void {
    this.#timers.push(setTimeout(action, delayMs));
  }

  /** Asks for the card's code and content ahead of time; what is already there is not asked for again. */
  #prepare({ mention }: Pointed): void {
    void this.#loadCard();
    void this.contents.of(mention.senses);
  }

  async #open(target: Pointed): Promise<void> {
    const card = this.#card ?? (await this.#loadCard());
    // The state may have moved on while the card's code was on its way.
    const state = this.#state;
    if (!card || !isOpen(state) || state.target !== target) return;
    const { flow, mention } = target;
    const context = flow.boundsOf(mention.start, mention.end)?.startContainer.parentElement;
    if (!context) return;
    this.#isDetached = false;
    this.#context.onTarget(target);
    this.#listen();
    const takesFocus = state.name === 'keyed';
    if (takesFocus) this.#focus.remember((element) => card.isHost(element));
    card.show({
      anchor: this.#anchorOf(target, context),
      senses: mention.senses,
      isDark: isDarkAt(context),
      articleDate: readArticleDate(document),
      layout: state.name === 'tapped' && innerWidth <= NARROW ? 'sheet' : 'beside',
      takesFocus,
    });
  }

  #anchorOf({ flow, mention, line }: Pointed, context: Element): CardAnchor {
    let last: DOMRect | null = null;
    const box = () => {
      const boxes = lineBoxes(flow, mention.start, mention.end);
      const now = boxes[line] ?? boxes[0] ?? null;
      last = now ?? (this.#isDetached ? last : null);
      return last;
    };
    return { box, context };
  }

  #focusCard(): void {
    const card = this.#card;
    if (!card) return;
    this.#focus.remember((element) => card.isHost(element));
    card.focus();
  }

  #close(): void {
    this.#whileOpen?.abort();
    this.#whileOpen = null;
    const hadFocus = this.#card?.isHost(document.activeElement) === true;
    this.#card?.close();
    this.#focus.restore(hadFocus);
    this.#context.onTarget(null);
  }

  #listen(): void {
    this.#whileOpen?.abort();
    this.#whileOpen = new AbortController();
    listenWhileOpen(
      {
        onEscape: () => {
          if (!this.#card?.closeInner()) this.#dispatch({ type: 'dismissed' });
        },
        onPress: (event) => {
          if (!this.isOurs(event.target) && !this.#isOnMark(event)) this.#dispatch({ type: 'pressed' });
        },
        onEnd: () => this.#dispatch({ type: 'dismissed' }),
        isAlive: () => this.#context.isAlive(),
      },
      this.#whileOpen.signal,
    );
  }

  #isOnMark({ clientX: x, clientY: y }: PointerEvent): boolean {
    if (!this.target) return false;
    const { flow, mention } = this.target;
    return lineBoxes(flow, mention.start, mention.end).some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    );
  }

  /** One loading at a time: the card's code is in the frame before its words are, and must not be used without them. */
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
    this.#card ??= isolatedWorld().createCard?.(this.#desk()) ?? null;
    return this.#card;
  }

  #desk(): CardDesk {
    const { send, mentionsIn } = this.#context;
    return {
      onEnter: () => this.#dispatch({ type: 'entered' }),
      onLeave: () => this.#dispatch({ type: 'left' }),
      onLost: () => this.#dispatch({ type: 'lost' }),
      onPin: (isPinned) => this.#dispatch({ type: isPinned ? 'pinned' : 'unpinned' }),
      onClose: () => this.#dispatch({ type: 'dismissed' }),
      onDetach: () => {
        this.#isDetached = true;
      },
      contentOf: (senses) => this.contents.of(senses),
      mentionsIn,
      openPassage: (bulletin, passage) => void send({ type: 'bulletin.open', bulletin, passage }),
      openEntry: (entry) => void send({ type: 'glossary.open', entry }),
      muteTerm: (entry, isMuted) => send({ type: 'term.mute', entry, isMuted }),
      turnSiteOff: () => send({ type: 'site.turn', isOn: false }),
    };
  }
}

/** Whether both are the same stretch of the page. */
export function isSamePlace(a: Pick<Pointed, 'flow' | 'mention'>, b: Pick<Pointed, 'flow' | 'mention'>): boolean {
  const first = a.flow.boundsOf(a.mention.start, a.mention.end);
  const second = b.flow.boundsOf(b.mention.start, b.mention.end);
  return (
    first !== null &&
    second !== null &&
    first.startContainer === second.startContainer &&
    first.startOffset === second.startOffset &&
    first.endContainer === second.endContainer &&
    first.endOffset === second.endOffset
  );
}
