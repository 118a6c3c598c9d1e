/** Owns carrying out what the card's state asks for: timers, loading, the card itself, and what dismisses it. */
import type { Mention } from '../../../glossary/find/finder-data';
import { nameReason } from '../../../glossary/find/named-reason';
import type { Card, CardContent } from '../../shared/card-api';
import { type CardEvent, type CardState, GRACE_MS, PREPARE_MS, REST_MS, reduceCard } from '../../shared/card-state';
import type { Send } from '../../shared/engine-api';
import { isolatedWorld } from '../../shared/isolated-world';
import { failure, ok, type Result } from '../../shared/result';
import type { Marks } from '../marks';
import { lineBoxes, type Pointed } from './pointed-mention';

interface Context {
  send: Send;
  marks: Marks;
  isAlive(): boolean;
  /** Of the pack that the mentions' entry indexes belong to. */
  revision: string;
}

export class CardController {
  readonly #context: Context;
  readonly #signal: AbortSignal;
  #state: CardState<Pointed> = { name: 'idle', token: 0 };
  #card: Card | null = null;
  #timers: ReturnType<typeof setTimeout>[] = [];
  /** Listeners that are there only while a card is open. */
  #whileOpen: AbortController | null = null;
  #content: { mention: Mention; value: Promise<Result<CardContent>> } | null = null;

  /** Works until `signal` aborts, which closes the card. */
  constructor(context: Context, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#dispatch({ type: 'dismissed' }), { once: true });
  }

  /** Whether an event went to the card. */
  isOurs(target: EventTarget | null): boolean {
    return this.#card?.isHost(target) === true;
  }

  /** Takes what is under the pointer now. */
  point(pointed: Pointed | null, isStill: boolean): void {
    if (!this.#context.isAlive()) return;
    if (pointed) this.#dispatch({ type: 'over', target: this.#known(pointed), isStill });
    else this.#dispatch({ type: 'out' });
  }

  /** To be called when the page's text changed: a card whose mention is gone closes. */
  checkTarget(): void {
    if (this.#state.name === 'idle') return;
    const { flow, mention } = this.#state.target;
    if (!flow.isIntact(mention.start, mention.end)) this.#dispatch({ type: 'dismissed' });
  }

  /** The target we have for the same place of the page, so that reading it again is no news. */
  #known(pointed: Pointed): Pointed {
    const { name } = this.#state;
    const candidates = name === 'idle' ? [] : [this.#state.target, name === 'open' ? this.#state.next : null];
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
    const shown = before.name === 'open' ? before.target : null;
    const wanted = after.name === 'open' ? after.target : null;
    if (wanted && wanted !== shown) void this.#open(wanted, after.token);
    if (!wanted && shown) this.#close();
  }

  #schedule(state: CardState<Pointed>): void {
    if (state.name === 'idle') return;
    const { token } = state;
    const next = state.name === 'resting' ? state.target : state.next;
    if (next) {
      this.#after(PREPARE_MS, () => this.#prepare(next));
      this.#after(REST_MS, () => this.#dispatch({ type: 'rested', token }));
    } else if (state.name === 'open' && !state.isHeld) {
      this.#after(GRACE_MS, () => this.#dispatch({ type: 'graced', token }));
    }
  }

  #after(delayMs: number, action: () => void): void {
    this.#timers.push(setTimeout(action, delayMs));
  }

  /** Asks for the card's code and content ahead of time; what is already there is not asked for again. */
  #prepare({ mention }: Pointed): void {
    void this.#loadCard();
    void this.#contentOf(mention);
  }

  async #open(target: Pointed, token: number): Promise<void> {
    const card = await this.#loadCard();
    // The state may have moved on while the card's code was on its way.
    const { name } = this.#state;
    if (!card || name !== 'open' || this.#state.target !== target || this.#state.token < token) return;
    const { flow, mention, line } = target;
    const bounds = flow.boundsOf(mention.start, mention.end);
    const context = bounds?.startContainer.parentElement;
    if (!bounds || !context) return;
    this.#context.marks.setCurrent(bounds);
    this.#listen();
    const box = () => {
      const boxes = lineBoxes(flow, mention.start, mention.end);
      return boxes[line] ?? boxes[0] ?? null;
    };
    card.show({ box, context }, () => this.#contentOf(mention));
  }

  #close(): void {
    this.#whileOpen?.abort();
    this.#whileOpen = null;
    this.#context.marks.setCurrent(null);
    this.#card?.close();
  }

  /** Esc closes the card and nothing else; a press elsewhere closes it and goes on to the page. */
  #listen(): void {
    this.#whileOpen?.abort();
    this.#whileOpen = new AbortController();
    const { signal } = this.#whileOpen;
    const dismiss = () => this.#dispatch({ type: 'dismissed' });
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      dismiss();
    };
    const onPress = (event: PointerEvent) => {
      if (event.isTrusted && !this.isOurs(event.target)) dismiss();
    };
    addEventListener('keydown', onKey, { capture: true, signal });
    addEventListener('pointerdown', onPress, { capture: true, passive: true, signal });
    addEventListener('pagehide', dismiss, { signal });
  }

  async #loadCard(): Promise<Card | null> {
    if (this.#card) return this.#card;
    if (!isolatedWorld().createCard) await this.#context.send({ type: 'card.load' });
    if (this.#signal.aborted) return null;
    this.#card ??=
      isolatedWorld().createCard?.({
        onEnter: () => this.#dispatch({ type: 'cardEntered' }),
        onLeave: () => this.#dispatch({ type: 'cardLeft' }),
        onLost: () => this.#dispatch({ type: 'dismissed' }),
        onOpenPassage: (bulletin, passage) => {
          void this.#context.send({ type: 'bulletin.open', bulletin, passage });
        },
      }) ?? null;
    return this.#card;
  }

  #contentOf(mention: Mention): Promise<Result<CardContent>> {
    if (this.#content?.mention !== mention) this.#content = { mention, value: this.#fetch(mention) };
    const { value } = this.#content;
    void value.then((content) => {
      // A failure is not kept: the next attempt asks again.
      if (!content.ok && this.#content?.value === value) this.#content = null;
    });
    return value;
  }

  async #fetch({ senses }: Mention): Promise<Result<CardContent>> {
    const reasons = senses.flatMap(({ reason }) => (reason.kind === 'entry' ? [reason.entry] : []));
    const entries = [...new Set([...senses.map((sense) => sense.entry), ...reasons])];
    const answer = await this.#context.send({ type: 'entries.get', revision: this.#context.revision, entries });
    if (!answer.ok) return answer;
    const found = new Map(entries.map((entry, i) => [entry, answer.value[i]]));
    const shown = senses.flatMap(({ entry, reason }) => {
      const item = found.get(entry);
      return item ? [{ ...item, reason: nameReason(reason, (index) => found.get(index)?.entry.headword ?? '') }] : [];
    });
    return shown.length > 0 ? ok(shown) : failure('the entry is not in the pack');
  }
}

function isSamePlace(a: Pointed, b: Pointed): boolean {
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
