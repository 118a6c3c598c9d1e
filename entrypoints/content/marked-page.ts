/**
 * Owns marking one document while it is switched on: look, read, find, mark, and keep up with changes.
 * A document that holds no form is only listened to.
 */
import type { Finder } from '../../glossary/find/finder';
import { mayContain } from '../../glossary/find/scan';
import { textContentOf } from './dom';
import { isEditable } from './kinds';
import { Marks } from './marks';
import { PageIndex } from './page-index';
import { Slices, sliceEnd } from './slices';
import { bringsText, enqueueChanges, watchPage } from './watch-page';

/** How much of a change is taken in before the page paints it, in ms; the rest waits for idle slices. */
const BEFORE_PAINT_MS = 4;

export interface MarkedPageEvents {
  /** The first mention is marked: from now on there is something to style and to point at. */
  onFirstMark(): void;
  /** Mentions may have changed. */
  onChange(): void;
}

export class MarkedPage {
  readonly index: PageIndex;
  readonly marks: Marks;
  readonly #finder: Finder;
  readonly #events: MarkedPageEvents;
  readonly #slices: Slices;
  readonly #signal: AbortSignal;
  #isAwake = false;
  #hasMarked = false;

  /** Call `start` next. Ends when `signal` aborts, which takes all marks away. */
  constructor(finder: Finder, events: MarkedPageEvents, signal: AbortSignal) {
    this.#finder = finder;
    this.#events = events;
    this.index = new PageIndex(finder);
    this.marks = new Marks(signal);
    this.#slices = new Slices(() => this.#work(sliceEnd()), signal);
    this.#signal = signal;
  }

  /** Marks what is there now, the first part of it at once, and what comes later. */
  start(): void {
    watchPage((records) => this.#change(records), this.#signal);
    if (document.body && this.#mayHold(textContentOf(document.body) ?? '')) this.#wake();
  }

  /** One cheap look decides whether a document is read at all. */
  #mayHold(text: string): boolean {
    const { tables, senses } = this.#finder;
    return mayContain(tables, text, (pattern) => (senses[pattern]?.length ?? 0) > 0);
  }

  #wake(): void {
    if (!document.body || isEditable(document)) return;
    this.#isAwake = true;
    this.index.enqueue(document.body, true);
    if (this.#work(sliceEnd())) this.#slices.request();
  }

  #change(records: readonly MutationRecord[]): void {
    if (!this.#isAwake) {
      if (bringsText(records, (text) => this.#mayHold(text))) this.#wake();
      return;
    }
    enqueueChanges(records, this.index);
    if (this.#work(sliceEnd(BEFORE_PAINT_MS))) this.#slices.request();
  }

  /** Reads queued blocks until `isOver`, then marks what was found. @returns whether blocks are left. */
  #work(isOver: () => boolean): boolean {
    this.index.work(isOver);
    const changed = this.index.settle();
    for (const flow of changed) this.marks.update(flow, this.index.mentionsOf(flow));
    this.marks.flush();
    if (!this.#hasMarked && this.marks.count > 0) {
      this.#hasMarked = true;
      this.#events.onFirstMark();
    }
    if (changed.size > 0) this.#events.onChange();
    return !this.index.isIdle;
  }
}
