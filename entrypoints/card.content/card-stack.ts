/**
 * Owns cards in cards: pointing at a term in a card opens another beside it. As deep as the reader goes; the innermost
 * two are to be seen. Each opens and closes by the rules of the card of a mark (`card-state.ts`).
 */
import type { Sense } from '../../glossary/pack/finder-data';
import type { CardAnchor, CardScene } from '../shared/page/card-api';
import { type CardEvent, type CardState, GRACE_MS, isOpen, REST_MS, reduceCard } from '../shared/page/card-state';
import { isInCorridor } from '../shared/page/corridor';
import type { CardHost } from './card-host';
import { CardLevel } from './card-level';
import { InnerLayer } from './inner-layer';
import { placeCard } from './place-card';
import type { Stage } from './stage';

/** A pointer that moved less than this since it came to rest is still, in CSS pixels. */
const STILL_PX = 4;

/** A term, or a link, in a card. */
interface Term {
  element: HTMLElement;
  senses: readonly Sense[];
}

interface Step {
  level: CardLevel;
  /** What of this card's own terms is pointed at or explained. */
  state: CardState<Term>;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends keeping it in its place. */
  release(): void;
}

export class CardStack {
  readonly #host: CardHost;
  readonly #stage: Stage;
  readonly #steps: Step[] = [];
  #layout: CardScene['layout'] = 'beside';
  #rest = { x: Number.NaN, y: Number.NaN };

  constructor(host: CardHost, stage: Stage) {
    this.#host = host;
    this.#stage = stage;
    host.root.addEventListener('pointermove', (event) => this.#near(event as PointerEvent)); // It is one.
    host.root.addEventListener('pointerdown', (event) => this.#press(event));
  }

  get innermost(): CardLevel | null {
    return this.#steps.at(-1)?.level ?? null;
  }

  /** The card of the mark: the first of the stack. */
  get outermost(): CardLevel | null {
    return this.#steps[0]?.level ?? null;
  }

  /** Shows the card of a mark, in place of all there are. */
  show({ anchor, senses, articleDate, takesFocus, layout }: CardScene): void {
    this.clear();
    this.#layout = layout;
    const level = this.#push(this.#host, this.#stage.desk.onClose);
    level.show(senses, { parent: null, articleDate, takesFocus });
    if (layout === 'beside') this.follow(anchor);
  }

  /** Has all cards say again what they say: in other words, or another script. */
  renew(): void {
    for (const { level } of this.#steps) level.renew();
  }

  /** Keeps the card of the mark beside it. */
  follow(anchor: CardAnchor): void {
    const [step] = this.#steps;
    if (step) step.release = placeCard(step.level, anchor, this.#stage.desk.onLost);
  }

  /** Lets the card of the mark stay where it is on the screen. */
  hold(): void {
    this.#steps[0]?.release();
  }

  /** Closes the innermost card of a term; false if only that of the mark is left. */
  closeInner(): boolean {
    const depth = this.#steps.length - 2;
    if (depth < 0) return false;
    this.#dispatch(depth, { type: 'dismissed' });
    return true;
  }

  clear(): void {
    this.#pop(0);
  }

  #push(layer: CardHost | InnerLayer, onClose: () => void): CardLevel {
    const depth = this.#steps.length;
    const level = new CardLevel(layer, this.#stage, {
      terms: {
        onChoose: ({ senses }, element, by) =>
          this.#dispatch(depth, { type: by === 'key' ? 'asked' : 'tapped', target: { element, senses } }),
        onPoint: ({ senses }, element, event) => this.#point(depth, { element, senses }, event),
        onUnpoint: () => this.#dispatch(depth, { type: 'out' }),
      },
      onRelated: (senses, element) => this.#dispatch(depth, { type: 'asked', target: { element, senses } }),
      onClose,
    });
    this.#steps.push({ level, state: { name: 'idle', token: 0 }, timer: undefined, release: () => {} });
    this.#showLast();
    return level;
  }

  /** Closes all cards from `depth` on. */
  #pop(depth: number): void {
    for (const { level, timer, release } of this.#steps.splice(depth).reverse()) {
      clearTimeout(timer);
      release();
      level.close();
      // The host of all of them goes when the mark's card is closed for good, not when it gives way to another.
      if (level.layer instanceof InnerLayer) level.layer.close();
    }
    this.#showLast();
  }

  #showLast(): void {
    for (const [i, { level }] of this.#steps.entries()) {
      // Of sheets, which all stand in one place, the innermost alone.
      const isBehind = i < this.#steps.length - (this.#layout === 'sheet' ? 1 : 2);
      level.layer.body.classList.toggle('is-behind', isBehind);
    }
  }

  #point(depth: number, target: Term, event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    const isStill = Math.hypot(x - this.#rest.x, y - this.#rest.y) <= STILL_PX;
    if (!isStill) this.#rest = { x, y };
    this.#dispatch(depth, { type: 'over', target, isStill });
  }

  /** The pointer moves in some card: on the way to an inner one, it keeps that open. */
  #near({ clientX: x, clientY: y, isTrusted }: PointerEvent): void {
    for (const [depth, { state }] of isTrusted ? this.#steps.entries() : []) {
      const inner = this.#steps[depth + 1]?.level.layer.element.getBoundingClientRect();
      if (!inner || state.name !== 'hovered' || state.isHeld) continue;
      const [term] = state.target.element.getClientRects();
      if (term && isInCorridor({ x, y }, term, inner)) this.#dispatch(depth, { type: 'neared' });
    }
  }

  /** A press in a card closes those that stand on it, unless it is on the term they explain. */
  #press(event: Event): void {
    const path = event.composedPath();
    const depth = this.#steps.findLastIndex(({ level }) => path.includes(level.layer.body));
    const step = this.#steps[depth];
    if (!event.isTrusted || !step || step.state.name === 'idle') return;
    if (!path.includes(step.state.target.element)) this.#dispatch(depth, { type: 'pressed' });
  }

  #dispatch(depth: number, event: CardEvent<Term>): void {
    const step = this.#steps[depth];
    if (!step) return;
    const before = step.state;
    const after = reduceCard(before, this.#known(before, event));
    if (after === before) return;
    step.state = after;
    clearTimeout(step.timer);
    this.#schedule(depth, step, after);
    const shown = isOpen(before) ? before.target : null;
    const wanted = isOpen(after) ? after.target : null;
    if (wanted && wanted !== shown) this.#open(depth, wanted, after.name === 'keyed');
    else if (wanted && after.name === 'keyed') this.#steps[depth + 1]?.level.focus();
    if (!wanted && shown) this.#close(depth, shown);
  }

  /** The same term is the same target. */
  #known(state: CardState<Term>, event: CardEvent<Term>): CardEvent<Term> {
    if (!('target' in event) || state.name === 'idle') return event;
    const candidates = [state.target, state.name === 'hovered' ? state.next : null];
    const known = candidates.find((target) => target?.element === event.target.element);
    return known ? { ...event, target: known } : event;
  }

  #schedule(depth: number, step: Step, { token, ...state }: CardState<Term>): void {
    const isResting = state.name === 'resting' || (state.name === 'hovered' && state.next !== null);
    if (isResting) step.timer = setTimeout(() => this.#dispatch(depth, { type: 'rested', token }), REST_MS);
    else if (state.name === 'hovered' && !state.isHeld) {
      step.timer = setTimeout(() => this.#dispatch(depth, { type: 'graced', token }), GRACE_MS);
    }
  }

  #open(depth: number, term: Term, takesFocus: boolean): void {
    this.#pop(depth + 1);
    const below = this.#steps[depth]?.level;
    const layer = new InnerLayer(this.#host.root, this.#layout);
    const level = this.#push(layer, () => this.#dispatch(depth, { type: 'dismissed' }));
    // Who is in a card is in all those it stands on.
    layer.element.addEventListener('pointerenter', () => this.#hold(depth, 'entered'));
    layer.element.addEventListener('pointerleave', () => this.#hold(depth, 'left'));
    level.show(term.senses, { parent: below?.headword ?? '', articleDate: null, takesFocus });
    if (this.#layout === 'sheet') return;
    const anchor = { box: () => term.element.getClientRects()[0] ?? null, context: term.element };
    const step = this.#steps[depth + 1];
    if (step) step.release = placeCard(level, anchor, () => this.#dispatch(depth, { type: 'lost' }));
  }

  #hold(depth: number, type: 'entered' | 'left'): void {
    for (let below = 0; below <= depth; below++) this.#dispatch(below, { type });
  }

  #close(depth: number, { element }: Term): void {
    const hadFocus = this.#steps
      .slice(depth + 1)
      .some(({ level }) => level.layer.body.contains(this.#host.root.activeElement));
    this.#pop(depth + 1);
    if (hadFocus) element.focus({ preventScroll: true });
  }
}
