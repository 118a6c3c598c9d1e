/**
 * Owns what is known of the page's text: which flows there are, where each mention stands, and keeping that true
 * as blocks change. Work is queued by block and done in slices.
 */
import type { Finder } from '../../glossary/find/finder';
import type { Pace } from '../../glossary/find/pace';
import { PageFinder } from '../../glossary/find/page-finder';
import type { Mention } from '../../glossary/pack/finder-data';
import { shadowRootOf } from '../shared/page/shadow-roots';
import { BlockQueue } from './block-queue';
import { blockOf, collectingFlows, plainTextOf, type Trees, treesOf } from './collect-flows';
import { isContinuous } from './continuity';
import { type Block, compareComposed, compareInTree, isConnected, isShadowRoot } from './dom';
import { Flow } from './flow';
import { isEditable } from './kinds';
import { ShownMentions } from './shown-mentions';
import { sortingInSteps } from './sort-in-steps';

/** Custom elements without a shadow tree that are remembered: each is asked again at every change. */
const MAX_HOSTS = 200;

/** Blocks with flows from which on a page is large. */
const LARGE = 500;

/** Longer texts are taken in by steps, in UTF-16 units: those of others take a fraction of a millisecond. */
const SHORT = 1 << 12;

/** What a block takes besides its text, as units of text that take as long. */
const BLOCK_UNITS = 100;

/** Units after which it is looked whether a slice is over: to ask the clock takes as long as to read some twenty. */
const STEP_UNITS = 1000;

/** A mention in its flow. */
export interface Located {
  flow: Flow;
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
  readonly #finder: PageFinder<Flow>;
  /** Flows by their block, only those in which a pattern occurs. */
  readonly #byBlock = new Map<Block, Flow[]>();
  readonly #queue = new BlockQueue();
  #reading: Reading | null = null;
  /** Blocks that changed while they were being read. They come last, so that what is in them has its turn. */
  readonly #restless = new WeakSet<Block>();
  #settling: Generator<void, Set<Flow>> | null = null;
  /** Whether flows came or went since the last settling began. */
  #hasNews = false;
  readonly #roots = new Set<ShadowRoot>();
  /** Custom elements that may get a shadow tree yet. */
  readonly #hosts = new Set<Element>();
  readonly #onRoot: (root: ShadowRoot) => void;
  /** Whether what is to be read may have been closed to reading since it was asked for. */
  #isWary = false;
  /** Flows that went since the last call of `settle`. */
  #dropped = new Set<Flow>();

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

  /** Blocks with flows, and shadow trees. */
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

  /** Drops flows of blocks that left the page. Linear in the blocks with flows. */
  sweep(): void {
    for (const block of this.#byBlock.keys()) if (!isConnected(block)) this.#forget(block);
    for (const root of this.#roots) if (!isConnected(root)) this.#roots.delete(root);
  }

  /**
   * Goes on deciding what is open until `isOver` says so; a step at least.
   * @returns flows whose mentions may have changed; those that are gone have none. More may follow until `isIdle`.
   */
  settle(isOver: () => boolean): Set<Flow> {
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
      for (const flow of dropped) step.value.add(flow);
      return step.value;
    } while (!isOver());
    return dropped;
  }

  /** Mentions of a flow by its text. Whether each is one run for the eye, `isContinuous` tells. */
  mentionsOf(flow: Flow): readonly Mention[] {
    return this.#finder.mentionsOf(flow);
  }

  /** All flows, in no order; of those that come or go meanwhile, some. */
  *eachFlow(): Generator<Flow> {
    for (const flows of this.#byBlock.values()) yield* flows;
  }

  /** Flows of a block in which something of the pack occurs, in document order. */
  flowsOf(block: Block): readonly Flow[] {
    return this.#byBlock.get(block) ?? [];
  }

  /** The marked mention at a caret position, or null. A caret at either edge counts. */
  mentionAt(node: Text, offset: number): Located | null {
    const block = blockOf(node);
    for (const flow of block ? this.flowsOf(block) : []) {
      const at = flow.offsetOf(node, offset);
      const mention = at < 0 ? null : this.shown.of(flow).find(({ start, end }) => start <= at && at <= end);
      if (mention && isContinuous(flow, mention)) return { flow, mention };
    }
    return null;
  }

  /** All flows in document order. Sorts: for when somebody asks, not for every change. */
  flowsInOrder(): Flow[] {
    return [...this.eachFlow()].sort((a, b) => this.#compare(a, b));
  }

  /** As `flowsInOrder`, in steps. */
  orderingFlows(pace: Pace): Generator<void, Flow[]> {
    return sortingInSteps([...this.eachFlow()], (a, b) => this.#compare(a, b), pace);
  }

  /** All mentions in document order. */
  all(): Located[] {
    return this.#locate((flow) => this.mentionsOf(flow));
  }

  /** The mentions that are marked, or would be in view, in document order. */
  allShown(): Located[] {
    return this.#locate((flow) => this.shown.of(flow));
  }

  #locate(mentionsOf: (flow: Flow) => readonly Mention[]): Located[] {
    return this.flowsInOrder()
      .flatMap((flow) => mentionsOf(flow).map((mention) => ({ flow, mention })))
      .filter(({ flow, mention }) => isContinuous(flow, mention));
  }

  /** Without shadow trees the page's own order is the order it is composed in, and far quicker to ask for. */
  #compare({ anchor: a }: Flow, { anchor: b }: Flow): number {
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
      const flow = new Flow(block, text, null);
      this.#finder.add(flow, text);
      this.#keep(block, [flow]);
    }
    this.#meet(treesOf(block));
  }

  *#readInSteps(block: Block, isDeep: boolean, plainText: string | null): Generator<void, void> {
    const { flows, blocks, isTorn, ...trees } = yield* collectingFlows(block, plainText);
    this.#forget(block);
    for (const flow of flows) yield* this.#finder.adding(flow, flow.text);
    if (this.#isGone(block)) {
      for (const flow of flows) this.#drop(flow);
      return;
    }
    this.#keep(block, flows);
    this.#meet(trees);
    if (isTorn) this.enqueue(block, isDeep);
    if (isDeep) this.#queue.addInner(blocks);
  }

  #keep(block: Block, flows: readonly Flow[]): void {
    const kept = flows.filter((flow) => this.#finder.has(flow));
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
    const flows = this.#byBlock.get(block);
    if (!flows) return;
    for (const flow of flows) this.#drop(flow);
    this.#byBlock.delete(block);
    this.#hasNews = true;
  }

  #drop(flow: Flow): void {
    this.#finder.remove(flow);
    this.#dropped.add(flow);
  }
}
