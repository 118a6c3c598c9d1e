/**
 * Owns what is known of the page's text: which text runs there are, where each mention stands, and keeping that true
 * as blocks change. Work is queued by block and done in slices.
 */
import type { Finder } from '../../glossary/find/finder';
import { PageFinder } from '../../glossary/find/page-finder';
import type { StepBudget } from '../../glossary/find/step-budget';
import type { Mention } from '../../glossary/pack/finder-data';
import { shadowRootOf } from '../shared/page/shadow-roots';
import { BlockQueue } from './block-queue';
import { blockOf, collectingTextRuns, plainTextOf, type Trees, treesOf } from './collect-text-runs';
import { isContinuous } from './continuity';
import { type Block, compareComposed, compareInTree, isConnected, isShadowRoot } from './dom';
import { isEditable } from './kinds';
import { ShownMentions } from './shown-mentions';
import { sortingInSteps } from './sort-in-steps';
import { TextRun } from './text-run';

/** Custom elements without a shadow tree that are remembered: each is asked again at every change. */
const MAX_HOSTS = 200;

/** Blocks with text runs from which on a page is large. */
const LARGE = 500;

/** Longer texts are taken in by steps, in UTF-16 units: those of others take a fraction of a millisecond. */
const SHORT = 1 << 12;

/** What a block takes besides its text, as units of text that take as long. */
const BLOCK_UNITS = 100;

/** Units after which it is looked whether a slice is over: to ask the clock takes as long as to read some twenty. */
const STEP_UNITS = 1000;

/** A mention in its text run. */
export interface Located {
  run: TextRun;
  mention: Mention;
}

/** A block that is being read in steps. */
interface Reading {
  block: Block;
  /** Whether where its text stands depends on all that is in it. */
  isPlain: boolean;
  steps: Generator<void, void>;
}

export class PageIndex {
  /** Which of the mentions are marked. */
  readonly shown: ShownMentions = new ShownMentions(this);
  readonly #finder: PageFinder<TextRun>;
  /** Text runs by their block, only those in which a pattern occurs. */
  readonly #byBlock = new Map<Block, TextRun[]>();
  readonly #queue = new BlockQueue();
  #reading: Reading | null = null;
  /** Blocks that changed while they were being read. They come last, so that what is in them has its turn. */
  readonly #restless = new WeakSet<Block>();
  #settling: Generator<void, Set<TextRun>> | null = null;
  /** Whether text runs came or went since the last settling began. */
  #hasNews = false;
  readonly #roots = new Set<ShadowRoot>();
  /** Custom elements that may get a shadow tree yet. */
  readonly #hosts = new Set<Element>();
  readonly #onRoot: (root: ShadowRoot) => void;
  /** Whether what is to be read may have been closed to reading since it was asked for. */
  #isWary = false;
  /** Text runs that went since the last call of `settle`. */
  #dropped = new Set<TextRun>();

  /** @param onRoot told of each shadow tree when it is first met, before it is read. */
  constructor(finder: Finder, onRoot: (root: ShadowRoot) => void) {
    this.#onRoot = onRoot;
    this.#finder = new PageFinder(finder);
  }

  /** Shadow trees known to be in the page. */
  get roots(): ShadowRoot[] {
    return [...this.#roots];
  }

  /** Whether all that was asked for is read and decided. */
  get isIdle(): boolean {
    return this.isRead && !this.#hasNews && !this.#settling;
  }

  /** Whether all that was asked for is read. */
  get isRead(): boolean {
    return this.#queue.isEmpty && !this.#reading;
  }

  /** Whether there is so much to know that going through it takes time. */
  get isLarge(): boolean {
    return this.#byBlock.size > LARGE;
  }

  /** Blocks with text runs, and shadow trees. */
  *knownBlocks(): Generator<Block> {
    yield* this.#byBlock.keys();
    yield* this.#roots;
  }

  get knownCount(): number {
    return this.#byBlock.size + this.#roots.size;
  }

  /** Whether any change in a block, of its text or not, is a reason to ask for it again. */
  isDelicate(block: Block): boolean {
    return this.#byBlock.has(block) || (this.#reading?.block === block && this.#reading.isPlain);
  }

  /** Asks for `block`'s own text to be read, and if `isDeep` that of all blocks inside it. */
  enqueue(block: Block, isDeep: boolean): void {
    // It is read to its end all the same: where each change began it anew, a list that never rests had no end.
    if (this.#reading?.block === block) this.#restless.add(block);
    if (this.#restless.has(block)) this.#queue.addLast(block, isDeep);
    else this.#queue.add(block, isDeep);
  }

  /** Reads queued blocks until `isOver` says so; a step at least. Call `settle` afterwards. */
  work(isOver: () => boolean): void {
    let read = 0;
    for (let units = this.#step(); units > 0; units = this.#step()) {
      read += units;
      if (read < STEP_UNITS) continue;
      if (isOver()) return;
      read = 0;
    }
  }

  /** Takes in shadow trees that elements met before have got since. */
  lookForRoots(): void {
    for (const host of this.#hosts) {
      const root = shadowRootOf(host);
      if (root && blockOf(root)) this.#enter(root);
      if (root || !isConnected(host)) this.#hosts.delete(host);
    }
  }

  /** Drops what is known of blocks that are closed to reading from now on, and of none that is not. */
  close(blocks: Iterable<Block>): void {
    this.#isWary = !this.isRead;
    for (const block of blocks) {
      this.#forget(block);
      // Where it is met again, it is read again.
      if (isShadowRoot(block)) this.#roots.delete(block);
    }
  }

  /** Drops text runs of blocks that left the page. Linear in the blocks with text runs. */
  sweep(): void {
    for (const block of this.#byBlock.keys()) if (!isConnected(block)) this.#forget(block);
    for (const root of this.#roots) if (!isConnected(root)) this.#roots.delete(root);
  }

  /**
   * Goes on deciding what is open until `isOver` says so; a step at least.
   * @returns text runs whose mentions may have changed; those that are gone have none. More may follow until `isIdle`.
   */
  settle(isOver: () => boolean): Set<TextRun> {
    const dropped = this.#dropped;
    this.#dropped = new Set();
    if (!this.#settling) {
      if (!this.#hasNews) return dropped;
      this.#hasNews = false;
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

  /** Mentions of a text run by its text. Whether each is one run for the eye, `isContinuous` tells. */
  mentionsOf(run: TextRun): readonly Mention[] {
    return this.#finder.mentionsOf(run);
  }

  /** All text runs, in no order; of those that come or go meanwhile, some. */
  *eachRun(): Generator<TextRun> {
    for (const runs of this.#byBlock.values()) yield* runs;
  }

  /** Text runs of a block in which something of the pack occurs, in document order. */
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

  /** All text runs in document order. Sorts: for when somebody asks, not for every change. */
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

  /** @returns how much was done, as units of text that take about as long; 0 if there was nothing to do. */
  #step(): number {
    if (this.#reading) {
      if (this.#reading.steps.next().done) this.#reading = null;
      return STEP_UNITS;
    }
    const due = this.#queue.take();
    if (!due) {
      this.#isWary = false;
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

  /** Whether a block left the page, or is not to be read any more. */
  #isGone(block: Block): boolean {
    return !isConnected(block) || (this.#isWary && (isEditable(document) || blockOf(block) !== block));
  }

  /** Most blocks are short, plain, and say nothing: those cost no more than this. */
  #readShort(block: Block, text: string): void {
    this.#forget(block);
    if (this.#finder.occursIn(text)) {
      const run = new TextRun(block, text, null);
      this.#finder.add(run, text);
      this.#keep(block, [run]);
    }
    this.#meet(treesOf(block));
  }

  *#readInSteps(block: Block, isDeep: boolean, plainText: string | null): Generator<void, void> {
    const { runs, blocks, isTorn, ...trees } = yield* collectingTextRuns(block, plainText);
    this.#forget(block);
    for (const run of runs) yield* this.#finder.adding(run, run.text);
    if (this.#isGone(block)) {
      for (const run of runs) this.#drop(run);
      return;
    }
    this.#keep(block, runs);
    this.#meet(trees);
    if (isTorn) this.enqueue(block, isDeep);
    if (isDeep) this.#queue.addInner(blocks);
  }

  #keep(block: Block, runs: readonly TextRun[]): void {
    const kept = runs.filter((run) => this.#finder.has(run));
    if (kept.length === 0) return;
    this.#byBlock.set(block, kept);
    this.#hasNews = true;
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
    this.#hasNews = true;
  }

  #drop(run: TextRun): void {
    this.#finder.remove(run);
    this.#dropped.add(run);
  }
}
