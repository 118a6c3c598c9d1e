/**
 * Opens cards in cards: a term in a card opens another beside it, by the same driver as a mark in the page. The stack is
 * as deep as the reader goes; the innermost two are visible.
 */
import type { Sense } from '../../glossary/pack/finder-data';
import type { CardAnchor, CardHost, CardScene } from '../shared/page/card-api';
import { CardDriver } from '../shared/page/card-driver';
import type { CardEvent } from '../shared/page/card-state';
import { CardLevel } from './card-level';
import { InnerLayer } from './inner-layer';
import { placeCard } from './place-card';
import type { ShadowHost } from './shadow-host';

/** A term or a link in a card. */
interface Term {
  element: HTMLElement;
  senses: readonly Sense[];
}

interface Step {
  level: CardLevel;
  /** Opens and closes the cards of this card's terms. */
  driver: CardDriver<Term>;
  /** Ends keeping the card beside its anchor. */
  release(): void;
}

/** All cards of the frame, the card of the mark first. */
export class CardStack {
  readonly #host: ShadowHost;
  readonly #engine: CardHost;
  readonly #steps: Step[] = [];
  #layout: CardScene['layout'] = 'beside';
  #isAtMark = true;

  constructor(host: ShadowHost, engine: CardHost) {
    this.#host = host;
    this.#engine = engine;
    host.root.addEventListener('pointermove', (event) => this.#approach(event as PointerEvent)); // By its type.
    host.root.addEventListener('pointerdown', (event) => this.#press(event));
  }

  get innermost(): CardLevel | null {
    return this.#steps.at(-1)?.level ?? null;
  }

  /** The card of the mark. */
  get outermost(): CardLevel | null {
    return this.#steps[0]?.level ?? null;
  }

  /** Whether the card of the mark could be placed beside it when that last moved; a sheet always is. */
  get isAtMark(): boolean {
    return this.#isAtMark;
  }

  /** Shows the card of a mark, in place of the whole stack. */
  show({ anchor, senses, articleDate, takesFocus, layout }: CardScene): void {
    this.clear();
    this.#layout = layout;
    this.#isAtMark = true;
    const level = this.#push(this.#host, () => this.#engine.notify('dismissed'));
    level.show(senses, { parent: null, articleDate, takesFocus });
    if (layout === 'beside') this.follow(anchor);
  }

  /** Loads the content of all cards again: the reader chose another language or script. */
  refresh(): void {
    for (const { level } of this.#steps) level.refresh();
  }

  /** Keeps the card of the mark beside it. */
  follow(anchor: CardAnchor): void {
    const [step] = this.#steps;
    if (!step) return;
    step.release = placeCard(step.level, anchor, (isAtMark) => {
      this.#isAtMark = isAtMark;
      if (isAtMark) return;
      this.#host.keepRendered();
      this.#engine.notify('lost');
    });
  }

  /** Keeps the card of the mark where it is on the screen. */
  hold(): void {
    this.#steps[0]?.release();
  }

  /** Closes the innermost card of a term. @returns false if only the card of the mark is left. */
  closeInner(): boolean {
    const step = this.#steps.at(-2);
    step?.driver.dispatch({ type: 'dismissed' });
    return step !== undefined;
  }

  clear(): void {
    this.#pop(0);
  }

  #push(layer: ShadowHost | InnerLayer, onClose: () => void): CardLevel {
    const depth = this.#steps.length;
    const driver = this.#createDriver(depth);
    const level = new CardLevel(layer, this.#host, this.#engine, {
      terms: {
        // A click opens the card whatever the settings: in a card a term is a button, and the page has no use for the click.
        onChoose: ({ senses }, element, by) =>
          driver.dispatch({ type: by === 'key' ? 'keyed' : 'tapped', target: { element, senses } }),
        onPoint: ({ senses }, element, event) => {
          if (!event.isTrusted || event.pointerType === 'touch') return;
          driver.point({ element, senses }, { x: event.clientX, y: event.clientY });
        },
        onUnpoint: () => driver.dispatch({ type: 'out' }),
      },
      onRelated: (senses, element) => driver.dispatch({ type: 'keyed', target: { element, senses } }),
      onClose,
    });
    this.#steps.push({ level, driver, release: () => {} });
    this.#updateVisibility();
    return level;
  }

  #createDriver(depth: number): CardDriver<Term> {
    const inner = () => this.#steps[depth + 1]?.level;
    return new CardDriver<Term>({
      settings: this.#engine.settings,
      isSame: (a, b) => a.element === b.element,
      boxesOf: ({ element }) => {
        const [term] = element.getClientRects();
        const card = inner()?.element.getBoundingClientRect();
        return term && card ? [term, card] : null;
      },
      prepare: ({ senses }) => void this.#engine.contentOf(senses),
      open: ({ target, name }) => this.#open(depth, target, name === 'keyed'),
      update: ({ name }) => name === 'keyed' && inner()?.focus(),
      close: ({ element }) => this.#close(depth, element),
    });
  }

  /** Closes all cards from `depth` on. */
  #pop(depth: number): void {
    for (const { level, driver, release } of this.#steps.splice(depth).reverse()) {
      driver.stop();
      release();
      level.close();
      // The host element stays while the card of another mark takes its place.
      if (level.layer instanceof InnerLayer) level.layer.close();
    }
    this.#updateVisibility();
  }

  #updateVisibility(): void {
    // Sheets all have the same place: only the innermost is visible.
    const firstVisible = this.#steps.length - (this.#layout === 'sheet' ? 1 : 2);
    for (const [i, { level }] of this.#steps.entries()) level.body.classList.toggle('is-behind', i < firstVisible);
  }

  /** Keeps open the inner cards that a pointer moving in the cards is on its way to. */
  #approach({ clientX: x, clientY: y, isTrusted }: PointerEvent): void {
    if (!isTrusted) return;
    for (const { driver } of this.#steps) driver.approach({ x, y });
  }

  /** A press in a card closes the cards above it, unless it is on the term they explain. */
  #press(event: Event): void {
    const path = event.composedPath();
    const step = this.#steps.findLast(({ level }) => path.includes(level.body));
    if (!event.isTrusted || !step || step.driver.state.name === 'idle') return;
    if (!path.includes(step.driver.state.target.element)) step.driver.dispatch({ type: 'pressedElsewhere' });
  }

  #open(depth: number, { element, senses }: Term, takesFocus: boolean): void {
    this.#pop(depth + 1);
    const below = this.#steps[depth];
    const layer = new InnerLayer(this.#host, this.#layout);
    const level = this.#push(layer, () => below?.driver.dispatch({ type: 'dismissed' }));
    // A pointer in a card is in all cards below it.
    layer.element.addEventListener('pointerenter', () => this.#dispatchUpTo(depth, { type: 'entered' }));
    layer.element.addEventListener('pointerleave', () => this.#dispatchUpTo(depth, { type: 'left' }));
    const parent = { headword: below?.level.headword ?? '', isPrivate: below?.level.isPrivate === true };
    level.show(senses, { parent, articleDate: null, takesFocus });
    if (this.#layout === 'sheet') return;
    const lines = () => [...element.getClientRects()];
    const anchor = { box: () => lines()[0] ?? null, lines, context: () => element };
    const step = this.#steps[depth + 1];
    if (!step) return;
    step.release = placeCard(level, anchor, (isAtTerm) => isAtTerm || below?.driver.dispatch({ type: 'lost' }));
  }

  #dispatchUpTo(depth: number, event: CardEvent<Term>): void {
    for (const { driver } of this.#steps.slice(0, depth + 1)) driver.dispatch(event);
  }

  #close(depth: number, element: HTMLElement): void {
    const active = this.#host.root.activeElement;
    const hadFocus = this.#steps.slice(depth + 1).some(({ level }) => level.body.contains(active));
    this.#pop(depth + 1);
    if (hadFocus) element.focus({ preventScroll: true });
  }
}
