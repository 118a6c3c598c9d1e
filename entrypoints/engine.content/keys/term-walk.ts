/** Moves from term to term by command: the current term is painted, in view, and announced. */
import type { EntryIndex } from '../../../glossary/pack/finder-data';
import type { Send } from '../../shared/page/engine-api';
import type { CardController } from '../card/card-controller';
import { findAgain, isSamePlace, isThere } from '../card/find-again';
import type { Pointed } from '../card/pointed-mention';
import { compareComposed } from '../dom';
import { lineBoxes } from '../line-boxes';
import type { Located, PageIndex } from '../page-index';
import { Visibility } from '../visibility';
import { chooseTerm, type Direction } from './choose-term';
import { isBehindLayer } from './fixed-layers';
import { reveal, stopScrolling } from './reveal';
import { type Announcement, Speech } from './speech';

/** The parts of a frame that a walk uses. */
export interface WalkContext {
  index: PageIndex;
  card: CardController;
  send: Send;
  /** The current term, or none. */
  onTarget(target: Located | null): void;
}

/** The reader's walk in one frame. */
export class TermWalk {
  readonly #context: WalkContext;
  readonly #speech: Speech;
  #current: Located | null = null;
  /** Where the current term was last, in viewport coordinates. */
  #place: DOMRect | null = null;
  #isAtEnd = false;
  #hasEndedHere = false;

  /** Works until `signal` aborts. */
  constructor(context: WalkContext, signal: AbortSignal) {
    this.#context = context;
    this.#speech = new Speech(context.send, signal);
    const options = { capture: true, passive: true, signal };
    // A press of the pointer ends the walk.
    addEventListener('pointerdown', (event) => event.isTrusted && this.#leave(event), options);
    // A walk begins here when the focus returns to this frame.
    addEventListener('focusin', (event) => event.isTrusted && this.#comeBack(), options);
  }

  /** The term the reader has walked to. */
  get current(): Located | null {
    return this.#current;
  }

  get isHere(): boolean {
    return this.#current !== null;
  }

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** The walk continued in another frame, and the focus has not returned to this one. */
  get hasEndedHere(): boolean {
    return this.#hasEndedHere;
  }

  endHere(): void {
    this.#context.card.leave();
    this.#isAtEnd = false;
    this.#forget();
    this.#hasEndedHere = true;
  }

  /**
   * Moves to the next term; a walk that enters the frame, to its first, or backwards to its last. A card opened by key
   * moves along. @returns false, without a move, if there is no further term.
   */
  go(direction: Direction, isEntered = false): boolean {
    const all = this.#context.index.allShown();
    const at = isEntered ? -1 : this.#indexIn(all);
    const place = at < 0 && !isEntered ? startOf() : null;
    const visibility = new Visibility();
    const i = chooseTerm(
      { count: all.length, at, direction },
      (k) => (isEntered ? direction === 1 : isBeyond(all[k], place, visibility)),
      (k) => all[k] !== undefined && canArrive(all[k], visibility),
    );
    const hasArrived = this.#arrive(all, i);
    // The walk may go on in a frame of this page that is in view: it must stay in view.
    if (!hasArrived) stopScrolling();
    // A walk that enters a frame without a term is not in that frame.
    this.#isAtEnd = !hasArrived && !isEntered;
    return hasArrived;
  }

  /** Moves to mention `nth` (from 0) of an entry; nothing if it is gone. */
  goTo(entry: EntryIndex, nth: number): void {
    const all = this.#context.index.all();
    const visibility = new Visibility();
    // The same mentions are counted by `countingTerms`.
    const wanted = all.filter(
      ({ run, mention }) => mention.senses[0].entry === entry && visibility.isRendered(run, mention),
    )[nth];
    if (wanted) this.#arrive(all, all.indexOf(wanted));
  }

  /** @returns whether there is a mention `i`. */
  #arrive(all: readonly Located[], i: number): boolean {
    const next = all[i];
    if (!next) return false;
    this.#current = next;
    this.#hasEndedHere = false;
    this.#context.onTarget(next);
    const context = next.run.boundsOf(next.mention.start, next.mention.end)?.startContainer.parentElement;
    // The only way to scroll the pages around a frame from inside.
    if (context && window !== window.top) context.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    if (context) reveal(context, () => boxesOf(next)[0] ?? null);
    this.#place = boxesOf(next)[0] ?? null;
    if (this.#context.card.isKeyed) this.#context.card.toggleByKey({ ...next, line: 0 });
    void this.#announce(next, i + 1, all.length);
    return true;
  }

  /** Opens the card of the current term, or moves the focus into the one that is open; closes one that has it. @returns false if there is no term. */
  toggleCard(): boolean {
    const current = this.#current && canArrive(this.#current, new Visibility()) ? this.#current : null;
    const target: Pointed | null = this.#context.card.target ?? (current && { ...current, line: 0 });
    if (target) this.#context.card.toggleByKey(target);
    else return this.go(1) || this.go(1, true);
    return true;
  }

  /** Announces a message. */
  say(announcement: Announcement): void {
    void this.#speech.say(announcement);
  }

  /** Finds the current term again if its text was rendered again. Call it when the page's text changed. */
  checkCurrent(): void {
    if (!this.#current) return;
    if (isThere(this.#current)) {
      this.#place = boxesOf(this.#current)[0] ?? this.#place;
      return;
    }
    const found = this.#place && findAgain(this.#context.index, this.#current, this.#place);
    if (!found) {
      this.#forget();
      return;
    }
    this.#current = found;
    this.#context.onTarget(found);
  }

  async #announce({ run, mention }: Located, n: number, count: number): Promise<void> {
    const term = run.text.slice(mention.start, mention.end).replace(/\s+/g, '');
    const content = await this.#context.card.contents.of(mention.senses);
    if (this.#current?.mention !== mention) return;
    const category = content.ok ? content.value[0]?.entry.category : undefined;
    const kind = category ? ({ key: `category_${category}` } as const) : '';
    this.say({
      key: window === window.top ? 'keys_at_term' : 'keys_at_term_framed',
      fill: [term, String(n), String(count), kind],
    });
  }

  #indexIn(all: readonly Located[]): number {
    const current = this.#current ?? this.#context.card.target;
    return current ? all.findIndex((item) => isSamePlace(item, current)) : -1;
  }

  #comeBack(): void {
    this.#hasEndedHere = false;
  }

  #leave(event: PointerEvent): void {
    this.#comeBack();
    if (this.#current && !this.#context.card.isCard(event)) this.#forget();
  }

  #forget(): void {
    this.#current = null;
    this.#context.onTarget(null);
  }
}

/** Whether a mention can be scrolled into view, and its card opened there. */
function canArrive({ run, mention }: Located, visibility: Visibility): boolean {
  if (boxesOf({ run, mention }).length === 0 || !visibility.isReachable(run, mention)) return false;
  const parent = run.nodesOf(mention.start, mention.end)[0]?.parentElement;
  return !parent || !isBehindLayer(parent);
}

function boxesOf({ run, mention }: Located): DOMRect[] {
  return lineBoxes(run, mention.start, mention.end).filter((box) => box.width > 0 || box.height > 0);
}

/** The place of a reader before the first step: the selection or the focus, if it is in view; null: the viewport. */
function startOf(): Node | null {
  const node = getSelection()?.focusNode ?? document.activeElement;
  if (!node || node === document.body || node === document.documentElement) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const box = element?.getBoundingClientRect();
  return box && box.bottom > 0 && box.top < innerHeight ? node : null;
}

function isBeyond(located: Located | undefined, place: Node | null, visibility: Visibility): boolean | null {
  const node = located?.run.parts[0]?.node;
  if (!located || !node) return null;
  if (place) return compareComposed(place, node) < 0 || node === place;
  const [box] = boxesOf(located);
  return box && visibility.isReachable(located.run, located.mention) ? box.bottom > 0 : null;
}
