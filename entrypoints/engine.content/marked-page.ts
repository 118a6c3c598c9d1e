/**
 * Owns marking one document while it is switched on: read, find, mark, and keep up with changes.
 */
import type { Finder } from '../../glossary/find/finder';
import { LATE_ROOTS_MS } from '../shared/page/shadow-roots';
import type { MarksLook } from '../shared/settings/page-settings';
import type { PageOptions } from './choose-shown';
import type { Parting } from './continuity';
import { isShadowRoot, rootOf } from './dom';
import { followView } from './follow-view';
import { isEditable, readAsBlock } from './kinds';
import { Marks } from './marks';
import { nearBlocks, shownBlocks } from './near-blocks';
import { firstBelow } from './near-mentions';
import { PageIndex } from './page-index';
import { ShadowStyle } from './shadow-style';
import { nextTask, Slices, sliceEnd } from './slices';
import type { TextRun } from './text-run';
import { enqueueChanges, watchPage } from './watch-page';

/** How much of a change is taken in before the page paints it, in ms; the rest waits for idle slices. */
const BEFORE_PAINT_MS = 4;

/** Text runs whose mentions are marked in one step: some ten microseconds. */
const STEP_RUNS = 64;

/** How long a page that is being read may keep its firsts undecided, in ms. */
const PATIENCE_MS = 200;

/** How far outside the viewport marks are kept ready, in heights of it. */
const MARGIN = 1;

export interface MarkedPageEvents {
  /** The first mention is marked: from now on there is something to style and to point at. */
  onFirstMark(): void;
  /** Mentions may have changed. */
  onChange(): void;
  /** The document was written anew (`document.open`), which takes all listeners away. */
  onRenewed(): void;
}

export class MarkedPage {
  readonly index: PageIndex;
  readonly marks: Marks;
  readonly #events: MarkedPageEvents;
  readonly #slices: Slices;
  readonly #signal: AbortSignal;
  readonly #shadowStyle: ShadowStyle | null;
  #watch: ReturnType<typeof watchPage> | null = null;
  #followAgain: (() => void) | null = null;
  /** Text runs whose mentions changed and are not marked yet, a batch for each time some were decided. */
  readonly #toMark: Iterator<TextRun>[] = [];
  #hasMarked = false;
  #hasRemovals = false;
  /** Whether all of the page is the reader's to edit, as far as that was noticed. */
  #isEditable = false;
  #decision: ReturnType<typeof setTimeout> | undefined;

  /** Call `start` next. Ends when `signal` aborts, which takes all marks away. */
  constructor(finder: Finder, events: MarkedPageEvents, signal: AbortSignal) {
    this.#events = events;
    this.index = new PageIndex(finder, (root) => this.#watch?.(root));
    this.marks = new Marks(
      {
        near: () => this.#nearRuns(),
        firstNear: (run, mentions) => firstBelow(-MARGIN * innerHeight, run, mentions),
        onParted: (run, parting) => this.#readParted(run, parting),
      },
      signal,
    );
    this.#shadowStyle = import.meta.env.FIREFOX ? new ShadowStyle(signal) : null;
    this.#slices = new Slices(() => this.#work(sliceEnd(), false), signal);
    this.#signal = signal;
  }

  /** Marks what is there now, what is in view first, and what comes later. */
  start(): void {
    this.#watch = watchPage((records) => this.#change(records), this.#signal);
    this.#isEditable = isEditable(document);
    if (document.body && !this.#isEditable) {
      this.index.enqueue(document.body, true);
      // The last is read first.
      const inView = shownBlocks(document.body);
      for (const block of inView.reverse()) if (block !== document.body) this.index.enqueue(block, false);
    }
    // To look what is in view takes its time on a long page: what is there is read in a task of its own.
    void nextTask().then(() => this.#signal.aborted || this.#workAndGoOn(sliceEnd()));
    for (const delayMs of LATE_ROOTS_MS) {
      setTimeout(() => {
        if (this.#signal.aborted) return;
        this.index.lookForRoots();
        this.#workAndGoOn(sliceEnd());
      }, delayMs);
    }
  }

  /** Whether all that was noticed is read, decided and marked. */
  get isIdle(): boolean {
    return this.index.isIdle && this.#toMark.length === 0;
  }

  /** How marks in shadow trees look from now on; elsewhere the background sees to it. */
  wear(look: MarksLook): void {
    this.#shadowStyle?.wear(this.marks, look);
  }

  /** Marks by other options from now on; reads nothing again. */
  choose(options: PageOptions): void {
    this.index.shown.take(options);
    this.#toMark.push(this.index.eachRun());
    this.#workAndGoOn(sliceEnd());
  }

  #change(records: readonly MutationRecord[]): void {
    const isRenewed = records.some(({ target }) => target === document);
    if (isRenewed) this.#renew();
    const wasEditable = this.#isEditable;
    this.#isEditable = isEditable(document);
    if (this.#isEditable) {
      if (wasEditable) return;
      this.index.close(this.index.knownBlocks());
    } else {
      if ((isRenewed || wasEditable) && document.body) this.index.enqueue(document.body, true);
      this.#hasRemovals = enqueueChanges(records, this.index) || this.#hasRemovals;
      this.index.lookForRoots();
    }
    this.#workAndGoOn(sliceEnd(BEFORE_PAINT_MS));
  }

  #renew(): void {
    this.#events.onRenewed();
    this.#followAgain?.();
  }

  #workAndGoOn(isOver: () => boolean): void {
    if (this.#work(isOver, true)) this.#slices.request();
  }

  /** Reads queued blocks until `isOver`, then marks what was found. @returns whether more is left to do. */
  #work(isOver: () => boolean, isUrgent: boolean): boolean {
    // To look for what is gone takes its time where much is marked: then it waits until the page is idle.
    if (this.#hasRemovals && !(isUrgent && this.index.isLarge)) {
      this.index.sweep();
      this.#hasRemovals = false;
    }
    this.index.work(isOver);
    const changed = this.index.settle(isOver);
    this.#decide(changed);
    if (changed.size > 0) this.#toMark.push(changed.values());
    while (this.#markSome() && !isOver());
    this.#showMarks(isUrgent || this.isIdle);
    if (changed.size > 0) this.#events.onChange();
    return !this.isIdle || this.#hasRemovals;
  }

  /** @returns whether there are more. */
  #markSome(): boolean {
    for (let left = STEP_RUNS; left > 0; left--) {
      const next = this.#toMark[0]?.next();
      if (!next) return false;
      if (next.done) this.#toMark.shift();
      else this.#mark(next.value);
    }
    return true;
  }

  #showMarks(isUrgent: boolean): void {
    this.marks.flush(isUrgent);
    if (!this.#hasMarked && this.marks.count > 0) {
      this.#hasMarked = true;
      this.#events.onFirstMark();
    }
    if (this.marks.isWindowed) this.#followView();
  }

  #followView(): void {
    this.#followAgain ??= followView(() => {
      this.marks.follow();
      this.#shadowStyle?.keep();
    }, this.#signal);
  }

  /** Reads a line anew that turned out to be several. */
  #readParted({ block }: TextRun, { element, isLaidOut }: Parting): void {
    if (!isLaidOut) {
      this.#followView();
      return;
    }
    readAsBlock(element, isShadowRoot(block) ? null : block);
    this.index.enqueue(block, false);
    this.index.enqueue(element, true);
    this.#slices.request();
  }

  /** Text runs with something of the pack near the viewport, those in it first. */
  *#nearRuns(): Generator<TextRun> {
    const { body } = document;
    if (!body) return;
    const seen = new Set<TextRun>();
    const margin = MARGIN * innerHeight;
    const around = { top: -margin, bottom: innerHeight + margin };
    for (const blocks of [() => shownBlocks(body), () => nearBlocks(body, around)]) {
      for (const block of blocks()) {
        for (const run of this.index.runsOf(block)) {
          if (seen.has(run)) continue;
          seen.add(run);
          yield run;
        }
      }
    }
  }

  /** Where only firsts are shown: which they are now. Text runs in which that changed join those in `changed`. */
  #decide(changed: Set<TextRun>): void {
    const { shown } = this.index;
    if (!shown.isRelative || changed.size === 0) return;
    // Of a long page, once it is read; and of one that keeps changing, now and then.
    if (this.index.isLarge && (!this.index.isIdle || shown.waitMs > 0)) this.#decideLater();
    else for (const run of shown.decide()) changed.add(run);
  }

  #decideLater(): void {
    clearTimeout(this.#decision);
    this.#decision = setTimeout(
      () => {
        if (this.#signal.aborted || !this.index.shown.isRelative) return;
        this.#toMark.push(this.index.shown.decide().values());
        this.#workAndGoOn(sliceEnd());
      },
      Math.max(PATIENCE_MS, this.index.shown.waitMs),
    );
  }

  #mark(run: TextRun): void {
    const mentions = this.index.shown.of(run);
    this.marks.update(run, mentions);
    if (!this.#shadowStyle || mentions.length === 0) return;
    const root = rootOf(run.block);
    if (!isShadowRoot(root)) return;
    this.#shadowStyle.adopt(root);
    this.#followView();
  }
}
