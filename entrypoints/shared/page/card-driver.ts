/**
 * Drives a card by the reducer of `card-state.ts`: dispatches pointer, clicks and keys, times its waits by the reader's
 * settings, and calls back to show and hide cards. Used for marks in the page and for terms in cards.
 */
import type { CardSettings } from '../settings/page-settings';
import type { Box, Point } from './box';
import {
  type CardEvent,
  type CardState,
  isInGrace,
  isOpen,
  type OpenState,
  reduceCard,
  restingTarget,
} from './card-state';
import { isInSafePolygon } from './safe-polygon';

/** A pointer that moved no further than this since it came to rest is still, in CSS pixels. */
const STILL_PX = 4;
/** A card is prepared after half the rest time, but no later than this, in ms: never for a pointer that only passes. */
const MAX_PREPARE_MS = 150;
/** How long before the end of the rest time the card is drawn, in ms: it is painted a frame or two later. */
const LEAD_MS = 24;
/** A target opens its card at the latest after this many rest times, however the pointer moves on it. */
const MAX_RESTS = 2.5;
/** A pointer that leaves a target for no longer than this has stayed on it, in ms: hands tremble over its edge. */
const LAPSE_MS = 200;
/** How long a card stays after the pointer left it and its target, in ms. */
export const GRACE_MS = 300;

/** Requests and reports of a driver to its owner. */
export interface CardDriverOptions<Target> {
  /** The reader's settings, read at each use. */
  settings(): CardSettings;
  /** Whether both targets are the same place. */
  isSame(a: Target, b: Target): boolean;
  /** The boxes of an open card's target and of that card; null while one of them is not rendered. */
  boxesOf(target: Target): readonly [target: Box, card: Box] | null;
  /** Loads the content of the card; called again for the same target whenever the pointer rests on it again. */
  prepare(target: Target): void;
  /** Shows the card of `state.target`, in place of the one that is open. */
  open(state: OpenState<Target>): void;
  /** Called when the open card was pinned, unpinned, or requested in another way; its target is the same. */
  update(state: OpenState<Target>): void;
  /** Removes the card of `target`. */
  close(target: Target): void;
}

/** The state of one card and its timers. Its owner calls `stop`, or dispatches `dismissed`, when it is done. */
export class CardDriver<Target extends object> {
  readonly #options: CardDriverOptions<Target>;
  #state: CardState<Target> = { name: 'idle', token: 0 };
  #timers: ReturnType<typeof setTimeout>[] = [];
  #rest: Point = { x: Number.NaN, y: Number.NaN };
  /** The target under the pointer since `sinceMs`, last at `lastMs`. */
  #stay: { target: Target; sinceMs: number; lastMs: number } | null = null;

  constructor(options: CardDriverOptions<Target>) {
    this.#options = options;
  }

  get state(): CardState<Target> {
    return this.#state;
  }

  /** The target of the open card; null while none is open. */
  get target(): Target | null {
    return isOpen(this.#state) ? this.#state.target : null;
  }

  /** Applies the target under the pointer. Hovering has an effect only if the reader chose that. */
  point(target: Target | null, at: Point): void {
    const isStill = Math.hypot(at.x - this.#rest.x, at.y - this.#rest.y) <= STILL_PX;
    if (!isStill) this.#rest = at;
    const { opensBy } = this.#options.settings();
    const isWanted = target !== null && (opensBy === 'hover' || opensBy === 'panel');
    if (isWanted) this.#noteStay(target);
    this.dispatch(isWanted ? { type: 'over', target, isStill } : { type: 'out' });
  }

  /** Keeps the card open if a pointer that moves at `at` is on its way to it. @returns whether it is. */
  approach(at: Point): boolean {
    const state = this.#state;
    if (state.name !== 'hovered' || state.isHeld) return false;
    const boxes = this.#options.boxesOf(state.target);
    if (!boxes || !isInSafePolygon(at, ...boxes)) return false;
    this.dispatch({ type: 'approached' });
    return true;
  }

  dispatch(event: CardEvent<Target>): void {
    // An action of the reader starts over.
    if (event.type !== 'over' && event.type !== 'out') this.#stay = null;
    const before = this.#state;
    const after = reduceCard(before, this.#withKnownTarget(event));
    if (after === before) return;
    this.#state = after;
    this.stop();
    this.#schedule(after);
    const shown = isOpen(before) ? before.target : null;
    if (!isOpen(after)) {
      if (shown) this.#options.close(shown);
    } else if (after.target === shown) this.#options.update(after);
    else this.#options.open(after);
  }

  /** Cancels the timers. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  #noteStay(target: Target): void {
    const now = performance.now();
    const stay = this.#stay;
    const isLasting = stay && now - stay.lastMs <= LAPSE_MS && this.#options.isSame(stay.target, target);
    this.#stay = { target, sinceMs: isLasting ? stay.sinceMs : now, lastMs: now };
  }

  /** How long the pointer must rest from now on, in ms: less for a pointer that has been on the target for long. */
  get #waitMs(): number {
    const { restMs } = this.#options.settings();
    if (!this.#stay) return restMs;
    return Math.max(0, Math.min(restMs, this.#stay.sinceMs + MAX_RESTS * restMs - performance.now()));
  }

  /** The reducer compares targets by identity: replaces a target by the equal one of the state. */
  #withKnownTarget(event: CardEvent<Target>): CardEvent<Target> {
    if (!('target' in event)) return event;
    const { target } = event;
    const state = this.#state;
    const candidates = [state.name === 'idle' ? null : state.target, restingTarget(state)];
    const known = candidates.find((candidate) => candidate && this.#options.isSame(candidate, target));
    return known ? { ...event, target: known } : event;
  }

  #schedule(state: CardState<Target>): void {
    const { token } = state;
    const next = restingTarget(state);
    if (next) {
      const waitMs = this.#waitMs;
      this.#after(Math.min(MAX_PREPARE_MS, waitMs / 2), () => this.#options.prepare(next));
      this.#after(Math.max(0, waitMs - LEAD_MS), () => this.dispatch({ type: 'restEnded', token }));
    } else if (isInGrace(state)) this.#after(GRACE_MS, () => this.dispatch({ type: 'graceEnded', token }));
  }

  #after(delayMs: number, action: () => void): void {
    this.#timers.push(setTimeout(action, delayMs));
  }
}
