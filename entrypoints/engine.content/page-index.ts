/** The index of the page's text: its text runs by block and their mentions, kept up to date as blocks change, in slices. */
import type { Finder } from '../../glossary/find/finder';
import { PageFinder } from '../../glossary/find/page-finder';
import type { Mention } from '../../glossary/pack/finder-data';
import type { StepBudget } from '../../glossary/pack/step-budget';
import { shadowRootOf } from '../shared/page/shadow-roots';
import { BlockQueue } from './block-queue';
import { blockOf, collectingTextRuns, plainTextOf, type Trees, treesOf } from './collect-text-runs';
import { isContinuous } from './continuity';
import { type Block, compareComposed, compareInTree, isConnected, isShadowRoot } from './dom';
import { isEditable } from './kinds';
import { ShownMentions } from './shown-mentions';
import { sortingInSteps } from './sort-in-steps';
import { TextRun } from './text-run';
import { contextOf, siteName } from './text-setting';

/** Custom elements without a shadow tree that are remembered: each is checked again at every change. */
const MAX_HOSTS = 200;

/** Number of blocks with text runs above which a page is large. */
const LARGE = 500;

/** Texts up to this length, in UTF-16 units, are read at once: that takes a fraction of a millisecond. */
const SHORT = 1 << 12;

/** Cost of a block besides its text, in UTF-16 units of text that take as long. */
const BLOCK_UNITS = 100;

/** Units between two checks whether a slice is over: reading the clock costs as much as some twenty units. */
const STEP_UNITS = 1000;

/** A mention with its text run. */
export interface Located {
  run: TextRun;
  mention: Mention;
}

/** A block that is being read in steps. */
interface Reading {
  block: Block;
  /** Whether its text run covers all text nodes inside, so that any change in it matters. */
  isPlain: boolean;
  steps: Generator<void, void>;
}

/** The index of one document while it is switched on. */
export class PageIndex {
  /** Which of the mentions are marked. */
  readonly shown: ShownMentions = new ShownMentions(this);
  readonly #finder: PageFinder<TextRun>;
  /** Text runs with hits, by block. */
  readonly #byBlock = new Map<Block, readonly TextRun[]>();
  readonly #queue = new BlockQueue();
  #reading: Reading | null = null;
  /** Blocks that changed while they were being read. They are queued last, so that others are read in between. */
  readonly #restless = new WeakSet<Block>();
  #settling: Generator<void, Set<TextRun>> | null = null;
  /** Whether text runs were added or removed since the last settling began. */
  #hasChanges = false;
  readonly #roots = new Set<ShadowRoot>();
  /** Custom elements that may still get a shadow tree. */
  readonly #hosts = new Set<Element>();
  readonly #onRoot: (root: ShadowRoot) => void;
  /** Whether queued blocks may have been excluded from reading since they were queued. */
  #mayBeClosed = false;
  /** Text runs dropped since the last call of `settle`. */
  #dropped = new Set<TextRun>();

  /** @param onRoot called with each shadow tree when it is first met, before it is read. */
  constructor(finder: Finder, onRoot: (root: ShadowRoot) => void) {
    this.#onRoot = onRoot;
    this.#finder = new PageFinder(finder, { siteName: siteName() });
  }

  /** Shadow trees known to be in the page. */
  get roots(): ShadowRoot[] {
    return [...this.#roots];
  }

  /** Whether all queued blocks are read and their mentions decided. */
  get isIdle(): boolean {
    return this.isRead && !this.#hasChanges && !this.#settling;
  }

  /** Whether all queued blocks are read. */
  get isRead(): boolean {
    return this.#queue.isEmpty && !this.#reading;
  }

  /** Whether visiting all indexed blocks takes noticeable time. */
  get isLarge(): boolean {
    return this.#byBlock.size > LARGE;
  }

  /** Blocks with text runs, then shadow trees. */
  *knownBlocks(): Generator<Block> {
    yield* this.#byBlock.keys();
    yield* this.#roots;
  }

  get knownCount(): number {
    return this.#byBlock.size + this.#roots.size;
  }

  /** Whether a block is read again after any change inside it, even if not of its own text. */
  isReadAgainOnChange(block: Block): boolean {
    return this.#byBlock.has(block) || (this.#reading?.block === block && this.#reading.isPlain);
  }

  /** Queues `block`'s own text to be read, and if `isDeep` that of all blocks inside it. */
  enqueue(block: Block, isDeep: boolean): void {
    // The current reading still runs to its end: if each change restarted it, a list that never rests would not be read.
    if (this.#reading?.block === block) this.#restless.add(block);
    if (this.#restless.has(block)) this.#queue.addLast(block, isDeep);
    else this.#queue.add(block, isDeep);
  }

  /** Reads queued blocks until `isOver`; one step at least. Call `settle` afterwards. */
  work(isOver: () => boolean): void {
    let read = 0;
    for (let units = this.#step(); units > 0; units = this.#step()) {
      read += units;
      if (read < STEP_UNITS) continue;
      if (isOver()) return;
      read = 0;
    }
  }

  /** Queues shadow trees that known custom elements have got since. */
  lookForRoots(): void {
    for (const host of this.#hosts) {
      const root = shadowRootOf(host);
      if (root && blockOf(root)) this.#enter(root);
      if (root || !isConnected(host)) this.#hosts.delete(host);
    }
  }

  /** Drops the text runs of blocks that are excluded from reading from now on. */
  close(blocks: Iterable<Block>): void {
    this.#mayBeClosed = !this.isRead;
    for (const block of blocks) {
      this.#forget(block);
      // A tree that is met again is read again.
      if (isShadowRoot(block)) this.#roots.delete(block);
    }
  }

  /** Drops text runs of removed blocks. Linear in the blocks with text runs. */
  sweep(): void {
    for (const block of this.#byBlock.keys()) if (!isConnected(block)) this.#forget(block);
    for (const root of this.#roots) if (!isConnected(root)) this.#roots.delete(root);
  }

  /**
   * Continues deciding mentions until `isOver`; one step at least.
   * @returns text runs whose mentions may have changed; dropped ones have none. More may follow until `isIdle`.
   */
  settle(isOver: () => boolean): Set<TextRun> {
    const dropped = this.#dropped;
    this.#dropped = new Set();
    if (!this.#settling) {
      if (!this.#hasChanges) return dropped;
      this.#hasChanges = false;
      this.#settling = this.#finder.settling();
    }
    do {
      const step = this.#settling.next();
      if (!step.done) continue;
      this.#settling = null;
      for (const run of dropped) step.value.add(run);
      return step.value;
    } while (!isOver());
    return dropped;
  }

  /** Mentions of a text run by its text alone; check `isContinuous` for its layout. Sorted and disjoint. */
  mentionsOf(run: TextRun): readonly Mention[] {
    return this.#finder.mentionsOf(run);
  }

  /** All text runs, unordered. Runs that come or go during the iteration may be included or not. */
  *eachRun(): Generator<TextRun> {
    for (const runs of this.#byBlock.values()) yield* runs;
  }

  /** Text runs of a block that have hits, in document order. */
  runsOf(block: Block): readonly TextRun[] {
    return this.#byBlock.get(block) ?? [];
  }

  /** The marked mention at a caret position, or null. A caret at either edge counts. */
  mentionAt(node: Text, offset: number): Located | null {
    const block = blockOf(node);
    for (const run of block ? this.runsOf(block) : []) {
      const at = run.offsetOf(node, offset);
      const mention = at < 0 ? null : this.shown.of(run).find(({ start, end }) => start <= at && at <= end);
      if (mention && isContinuous(run, mention)) return { run, mention };
    }
    return null;
  }

  /** All text runs in document order. Sorts them: call it on demand, not at every change. */
  runsInOrder(): TextRun[] {
    return [...this.eachRun()].sort((a, b) => this.#compare(a, b));
  }

  /** As `runsInOrder`, in steps. */
  orderingRuns(budget: StepBudget): Generator<void, TextRun[]> {
    return sortingInSteps([...this.eachRun()], (a, b) => this.#compare(a, b), budget);
  }

  /** All mentions in document order. */
  all(): Located[] {
    return this.#locate((run) => this.mentionsOf(run));
  }

  /** The mentions that are marked, or would be in view, in document order. */
  allShown(): Located[] {
    return this.#locate((run) => this.shown.of(run));
  }

  #locate(mentionsOf: (run: TextRun) => readonly Mention[]): Located[] {
    return this.runsInOrder()
      .flatMap((run) => mentionsOf(run).map((mention) => ({ run, mention })))
      .filter(({ run, mention }) => isContinuous(run, mention));
  }

  /** Without shadow trees the page's own order is the order it is composed in, and far quicker to ask for. */
  #compare({ anchor: a }: TextRun, { anchor: b }: TextRun): number {
    if (a === b) return 0;
    return this.#roots.size > 0 ? compareComposed(a, b) : compareInTree(a, b);
  }

  /** @returns the cost of the work done, in UTF-16 units of text that take as long; 0 if there was nothing to do. */
  #step(): number {
    if (this.#reading) {
      if (this.#reading.steps.next().done) this.#reading = null;
      return STEP_UNITS;
    }
    const due = this.#queue.next();
    if (!due) {
      this.#mayBeClosed = false;
      return 0;
    }
    const { block, isDeep } = due;
    if (this.#isGone(block)) {
      this.#forget(block);
      return BLOCK_UNITS;
    }
    const text = plainTextOf(block);
    if (text !== null && text.length <= SHORT) {
      this.#readShort(block, text);
      return BLOCK_UNITS + text.length;
    }
    this.#reading = { block, isPlain: text !== null, steps: this.#readInSteps(block, isDeep, text) };
    return BLOCK_UNITS;
  }

  /** Whether a block was removed, or excluded from reading. */
  #isGone(block: Block): boolean {
    return !isConnected(block) || (this.#mayBeClosed && (isEditable(document) || blockOf(block) !== block));
  }

  /** Fast path: short plain-text blocks, most of which contain no form. */
  #readShort(block: Block, text: string): void {
    this.#forget(block);
    if (this.#finder.occursIn(text)) {
      const run = new TextRun(block, text, null);
      this.#finder.add(run, text, contextOf(run));
      this.#keep(block, [run]);
    }
    this.#meet(treesOf(block));
  }

  *#readInSteps(block: Block, isDeep: boolean, plainText: string | null): Generator<void, void> {
    const { runs, blocks, isIncomplete, ...trees } = yield* collectingTextRuns(block, plainText);
    this.#forget(block);
    for (const run of runs) yield* this.#finder.adding(run, run.text, contextOf(run));
    if (this.#isGone(block)) {
      for (const run of runs) this.#drop(run);
      return;
    }
    this.#keep(block, runs);
    this.#meet(trees);
    if (isIncomplete) this.enqueue(block, isDeep);
    if (isDeep) this.#queue.addInner(blocks);
  }

  #keep(block: Block, runs: readonly TextRun[]): void {
    const kept = runs.filter((run) => this.#finder.has(run));
    if (kept.length === 0) return;
    // The array from `filter` has room for further items.
    this.#byBlock.set(block, kept.length === runs.length ? runs : kept);
    this.#hasChanges = true;
  }

  #meet({ roots, hosts }: Trees): void {
    for (const root of roots) this.#enter(root);
    for (const host of hosts) {
      if (this.#hosts.size >= MAX_HOSTS) break;
      this.#hosts.add(host);
    }
  }

  #enter(root: ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#onRoot(root);
    this.enqueue(root, true);
  }

  #forget(block: Block): void {
    const runs = this.#byBlock.get(block);
    if (!runs) return;
    for (const run of runs) this.#drop(run);
    this.#byBlock.delete(block);
    this.#hasChanges = true;
  }

  #drop(run: TextRun): void {
    this.#finder.remove(run);
    this.#dropped.add(run);
  }
}
