/**
 * Owns what is known of the page's text: which flows there are, where each mention stands, and keeping that true
 * as blocks change. Work is queued by block and done in slices.
 */
import type { Finder } from '../../glossary/find/finder';
import type { Mention } from '../../glossary/find/finder-data';
import { PageFinder } from '../../glossary/find/page-finder';
import { mayContain } from '../../glossary/find/scan';
import { possibleHosts, shadowRootOf } from '../shared/shadow-roots';
import { BlockList, blockListOf, UNCLEAR } from './block-list';
import { type BlockText, blockOf, collectFlows } from './collect-flows';
import { isContinuous } from './continuity';
import {
  type Block,
  compareComposed,
  compareInTree,
  composedParentOf,
  isConnected,
  localNameOf,
  queryIn,
  textContentOf,
} from './dom';
import type { Flow } from './flow';
import { kindOf, lineOf } from './kinds';
import { ShownMentions } from './shown-mentions';

/** Custom elements without a shadow tree that are remembered: each is asked again at every change. */
const MAX_HOSTS = 200;

/** A text longer than this is not searched beforehand, in UTF-16 units: that could not be broken off. */
const MAX_BEFOREHAND = 200_000;

/** Blocks with flows from which on a page is large. */
const LARGE = 500;

/** A mention in its flow. */
export interface Located {
  flow: Flow;
  mention: Mention;
}

export class PageIndex {
  /** Which of the mentions are marked. */
  readonly shown: ShownMentions = new ShownMentions(this);
  readonly #finder: PageFinder<Flow>;
  /** Flows by their block, only those in which a pattern occurs. */
  readonly #byBlock = new Map<Block, Flow[]>();
  readonly #finds: (text: string) => boolean;
  /** Flows that are being searched, the first of them perhaps in part. */
  #taking: { flow: Flow; steps: Generator<void, void> }[] = [];
  /** Blocks still to read, the next one last; and for each whether the blocks inside it are to be read too. */
  readonly #queue: (Block | BlockList)[] = [];
  readonly #isDeep = new Map<Block, boolean>();
  readonly #roots = new Set<ShadowRoot>();
  /** Custom elements that may get a shadow tree yet. */
  readonly #hosts = new Set<Element>();
  readonly #onRoot: (root: ShadowRoot) => void;
  #dirty = new Set<Flow>();

  /** @param onRoot told of each shadow tree when it is first met, before it is read. */
  constructor(finder: Finder, onRoot: (root: ShadowRoot) => void) {
    this.#onRoot = onRoot;
    this.#finder = new PageFinder(finder);
    this.#finds = (text) => text.length > MAX_BEFOREHAND || mayContain(finder.tables, text, () => true);
  }

  /** Shadow trees known to be in the page. */
  get roots(): ShadowRoot[] {
    return [...this.#roots];
  }

  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#taking.length === 0;
  }

  /** Whether there is so much to know that going through it takes time. */
  get isLarge(): boolean {
    return this.#byBlock.size > LARGE;
  }

  /** Asks for `block`'s own text to be read, and if `isDeep` that of all blocks inside it. */
  enqueue(block: Block, isDeep: boolean): void {
    const queued = this.#isDeep.get(block);
    if (queued === undefined) this.#queue.push(block);
    if (queued === undefined || (isDeep && !queued)) this.#isDeep.set(block, isDeep);
  }

  /** Reads queued blocks until `isOver` says so; goes on at least one step. Call `settle` afterwards. */
  work(isOver: () => boolean): void {
    do {
      if (this.#taking.length > 0) this.#takeOn();
      else if (!this.#readNext()) return;
    } while (!isOver());
  }

  /** @returns whether there was something to read. */
  #readNext(): boolean {
    const next = this.#queue.pop();
    if (!next) return false;
    if (next instanceof BlockList) this.#readOn(next);
    else {
      const isDeep = this.#isDeep.get(next) === true;
      this.#isDeep.delete(next);
      this.#read(next, isDeep);
    }
    return true;
  }

  /** Reads a block; of a long list, what is in it is left to the steps that follow. */
  #read(block: Block, isDeep: boolean): void {
    this.#forget(block);
    if (!isConnected(block)) return;
    const list = blockListOf(block, isDeep);
    if (!list) {
      this.#readWhole(block, isDeep);
      return;
    }
    // Of what is passed over, nobody asks for a shadow tree later.
    if (isDeep) for (const host of possibleHosts(list.block)) this.#enterHost(host);
    this.#enterHost(list.block);
    this.#queue.push(list);
  }

  #readWhole(block: Block, isDeep: boolean, text?: string): void {
    const { flows, blocks, ...trees } = collectFlows(block, text);
    for (const flow of flows) this.#taking.push({ flow, steps: this.#finder.adding(flow, flow.text) });
    this.#meet(trees);
    if (isDeep) for (const inner of blocks.reverse()) this.enqueue(inner, true);
  }

  /** Reads the next of a list. */
  #readOn(list: BlockList): void {
    const child = list.next();
    if (child === null) return;
    if (child === 'broken') {
      if (isConnected(list.block)) this.#readWhole(list.block, list.isDeep);
      return;
    }
    this.#queue.push(list);
    if (!list.isDeep || lineOf(child) === 'unread') return;
    const text = textContentOf(child) ?? '';
    if (!this.#finds(text) && !(list.isUnclear && queryIn(child, UNCLEAR))) this.#forget(child);
    else if (kindOf(child) === 'block') {
      const inner = blockListOf(child, true);
      if (inner) this.#read(child, true);
      else {
        this.#forget(child);
        this.#readWhole(child, true, text);
      }
    }
  }

  /** Takes in shadow trees that elements met before have got since. */
  lookForRoots(): void {
    for (const host of this.#hosts) {
      const root = shadowRootOf(host);
      if (root) this.#enter(root);
      if (root || !isConnected(host)) this.#hosts.delete(host);
    }
  }

  /** Drops flows of blocks that left the page. Linear in the blocks with flows. */
  sweep(): void {
    for (const block of this.#byBlock.keys()) if (!isConnected(block)) this.#forget(block);
    for (const root of this.#roots) if (!isConnected(root)) this.#roots.delete(root);
  }

  /** Forgets what is known of the blocks inside some elements. Linear in the blocks with flows. */
  forgetIn(elements: ReadonlySet<Node>): void {
    for (const block of this.#byBlock.keys()) {
      for (let node: Node | null = block; node; node = composedParentOf(node)) {
        if (!elements.has(node)) continue;
        this.#forget(block);
        break;
      }
    }
  }

  /** Decides what is open. @returns flows whose mentions may have changed; mentions of those that are gone are empty. */
  settle(): Set<Flow> {
    const changed = this.#finder.settle();
    for (const flow of this.#dirty) changed.add(flow);
    this.#dirty = new Set();
    return changed;
  }

  /** Mentions of a flow by its text. Whether each is one run for the eye, `isContinuous` tells. */
  mentionsOf(flow: Flow): readonly Mention[] {
    return this.#finder.mentionsOf(flow);
  }

  /** All flows, in no order. */
  flows(): Flow[] {
    return [...this.#byBlock.values()].flat();
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
    return this.flows().sort((a, b) => (a.anchor === b.anchor ? 0 : this.#compare(a.anchor, b.anchor)));
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
    return this.flowsInOrder().flatMap((flow) => {
      const whole = mentionsOf(flow).filter((mention) => isContinuous(flow, mention));
      flow.release();
      return whole.map((mention) => ({ flow, mention }));
    });
  }

  /** Without shadow trees the page's own order is the order it is composed in, and far quicker to ask for. */
  #compare(a: Node, b: Node): number {
    return this.#roots.size > 0 ? compareComposed(a, b) : compareInTree(a, b);
  }

  /** Searches the first of the flows that wait for it a step further. */
  #takeOn(): void {
    const [first] = this.#taking;
    if (!first?.steps.next().done) return;
    this.#taking.shift();
    const { flow } = first;
    if (!this.#finder.has(flow)) return;
    const flows = this.#byBlock.get(flow.block);
    if (flows) flows.push(flow);
    else this.#byBlock.set(flow.block, [flow]);
  }

  /** Takes in an element's shadow tree, or remembers that it may get one. */
  #enterHost(element: Element): void {
    const root = shadowRootOf(element);
    if (root) this.#enter(root);
    else if (localNameOf(element).includes('-') && this.#hosts.size < MAX_HOSTS) this.#hosts.add(element);
  }

  #meet({ roots, hosts }: Pick<BlockText, 'roots' | 'hosts'>): void {
    for (const root of roots) this.#enter(root);
    for (const host of hosts) if (this.#hosts.size < MAX_HOSTS) this.#hosts.add(host);
  }

  #enter(root: ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#onRoot(root);
    this.enqueue(root, true);
  }

  #forget(block: Block): void {
    if (this.#taking.length > 0) this.#taking = this.#taking.filter(({ flow }) => flow.block !== block);
    for (const flow of this.#byBlock.get(block) ?? []) {
      this.#finder.remove(flow);
      this.#dirty.add(flow);
    }
    this.#byBlock.delete(block);
  }
}
