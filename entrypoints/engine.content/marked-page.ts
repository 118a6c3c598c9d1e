/** Keeps one document marked while it is switched on: reads its blocks, finds mentions, marks them, observes changes. */
import type { Finder } from '../../glossary/find/finder';
import { LATE_ROOTS_MS } from '../shared/page/shadow-roots';
import { nextTask, Slices, sliceEnd } from '../shared/page/slices';
import type { MarksLook } from '../shared/settings/page-settings';
import type { PageOptions } from './choose-shown';
import type { Split } from './continuity';
import { elementOf, isShadowRoot, rootOf } from './dom';
import { followView, type ViewFollower } from './follow-view';
import { isEditable, readAsBlock } from './kinds';
import { Marks } from './marks';
import { areaAround, nearBlocks, shownBlocks } from './near-blocks';
import { firstNear } from './near-mentions';
import type { PackColours } from './pack-looks';
import { PageIndex } from './page-index';
import { ShadowStyle } from './shadow-style';
import type { TextRun } from './text-run';
import { enqueueChanges, watchPage } from './watch-page';
import { watchPaint } from './watch-paint';

/** Time for a change before the page paints it, in ms; the rest waits for idle slices. */
const BEFORE_PAINT_MS = 4;

/** Text runs whose mentions are marked in one step: some ten microseconds. */
const STEP_RUNS = 64;

/** How long first mentions may stay undecided while a long page is being read, in ms. */
const DECISION_DELAY_MS = 200;

/** Distance from the viewport up to which mentions are marked, in sizes of it. */
const MARGIN = 1;

/** Events of a marked page. */
export interface MarkedPageEvents {
  /** The first mention is ready to be marked: the marks need a style. */
  onFirstMark(): void;
  /** Mentions may have changed. */
  onChange(): void;
  /** The page may have shown or hidden text without changing it. */
  onShow(): void;
  /** The document was rewritten (`document.open`), which removed all listeners. */
  onRenewed(): void;
}

/** The marks of one document and their index. */
export class MarkedPage {
  readonly index: PageIndex;
  readonly marks: Marks;
  readonly #events: MarkedPageEvents;
  readonly #slices: Slices;
  readonly #signal: AbortSignal;
  readonly #shadowStyle: ShadowStyle | null;
  #watch: ReturnType<typeof watchPage> | null = null;
  #follower: ViewFollower | null = null;
  #watchPaintAgain: (() => void) | null = null;
  /** Text runs whose mentions changed and are not marked yet, in batches. */
  readonly #toMark: Iterator<TextRun>[] = [];
  #hasMarked = false;
  #hasRemovals = false;
  /** Whether the whole document was an editor at the last change. */
  #isEditable = false;
  #decision: ReturnType<typeof setTimeout> | undefined;

  /** Call `start` next. Ends when `signal` aborts, which removes all marks. */
  constructor(finder: Finder, colours: PackColours, events: MarkedPageEvents, signal: AbortSignal) {
    this.#events = events;
    this.index = new PageIndex(finder, (root) => this.#watch?.(root));
    this.marks = new Marks(
      {
        ...colours,
        near: () => this.#nearRuns(),
        firstNear: (run, mentions) => firstNear(areaAround(MARGIN), run, mentions),
        onSplit: (run, split) => this.#readSplit(run, split),
      },
      signal,
    );
    this.#shadowStyle = import.meta.env.FIREFOX ? new ShadowStyle(signal) : null;
    this.#slices = new Slices(() => this.#work(sliceEnd(), false), signal);
    this.#signal = signal;
  }

  /** Marks the page, text in view first, and its later changes. */
  start(): void {
    this.#watch = watchPage((records) => this.#change(records), this.#signal);
    this.#isEditable = isEditable(document);
    if (document.body && !this.#isEditable) {
      this.index.enqueue(document.body, true);
      // The last is read first.
      const inView = shownBlocks(document.body);
      for (const block of inView.reverse()) if (block !== document.body) this.index.enqueue(block, false);
    }
    // Finding the blocks in view takes time on a long page: they are read in a task of their own.
    void nextTask().then(() => this.#signal.aborted || this.#workAndGoOn(sliceEnd()));
    for (const delayMs of LATE_ROOTS_MS) {
      setTimeout(() => {
        if (this.#signal.aborted) return;
        this.index.lookForRoots();
        this.#workAndGoOn(sliceEnd());
      }, delayMs);
    }
  }

  /** Whether all known changes are read, decided and marked. */
  get isIdle(): boolean {
    return this.index.isIdle && this.#toMark.length === 0;
  }

  /** Sets how marks look in shadow trees; elsewhere the background inserts the style. */
  setStyle(look: MarksLook): void {
    this.#shadowStyle?.setStyle(this.marks, look);
  }

  /** Changes which mentions are marked. Reads no text again. */
  setOptions(options: PageOptions): void {
    this.index.shown.setOptions(options);
    this.#toMark.push(this.index.eachRun());
    this.#workAndGoOn(sliceEnd());
  }

  #change(records: readonly MutationRecord[]): void {
    const isRenewed = records.some(({ target }) => target === document);
    if (isRenewed) {
      this.#events.onRenewed();
      this.#follower?.listen();
      this.#watchPaintAgain?.();
    }
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

  #workAndGoOn(isOver: () => boolean): void {
    if (this.#work(isOver, true)) this.#slices.request();
  }

  /** Reads queued blocks until `isOver`, then marks their mentions. @returns whether work is left. */
  #work(isOver: () => boolean, isUrgent: boolean): boolean {
    // A sweep visits all marked blocks: on a large page it waits until the page is idle.
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
      this.#watchPaintAgain = watchPaint((inside) => {
        this.marks.repaint(inside);
        if (!inside) this.#events.onShow();
      }, this.#signal);
      this.#events.onFirstMark();
    }
    if (this.marks.isWindowed) this.#observeMoves();
    else if (this.index.shown.isRelative) this.#followView();
  }

  #followView(): ViewFollower {
    const onMove = () => {
      this.marks.follow();
      this.#shadowStyle?.restore();
      if (this.marks.isWindowed) this.#observeMoves();
      // A mention shown now may be the first visible one.
      if (this.index.shown.isRelative) this.#decideLater();
    };
    this.#follower ??= followView(onMove, this.#signal);
    return this.#follower;
  }

  /** A page may move its content by a transform, of which no event tells. */
  #observeMoves(): void {
    const blocks = new Set(Array.from(this.marks.nearRuns, (run) => elementOf(run.block)));
    this.#followView().observe([...blocks]);
  }

  /** Reads the block of a split text run again, with the element that splits it as a block. */
  #readSplit({ block }: TextRun, { element, isLaidOut }: Split): void {
    if (!isLaidOut) {
      this.#followView();
      return;
    }
    readAsBlock(element, isShadowRoot(block) ? null : block);
    this.index.enqueue(block, false);
    this.index.enqueue(element, true);
    this.#slices.request();
  }

  /** Indexed text runs near the viewport, those in it first. */
  *#nearRuns(): Generator<TextRun> {
    const { body } = document;
    if (!body) return;
    const seen = new Set<TextRun>();
    for (const blocks of [() => shownBlocks(body), () => nearBlocks(body, areaAround(MARGIN))]) {
      for (const block of blocks()) {
        for (const run of this.index.runsOf(block)) {
          if (seen.has(run)) continue;
          seen.add(run);
          yield run;
        }
      }
    }
  }

  /** Recomputes first mentions where only these are shown, and adds the text runs with a change to `changed`. */
  #decide(changed: Set<TextRun>): void {
    const { shown } = this.index;
    if (!shown.isRelative || changed.size === 0) return;
    // On a long page, once it is read; on one that keeps changing, at intervals.
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
      Math.max(DECISION_DELAY_MS, this.index.shown.waitMs),
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
