/**
 * Owns what is known of the page's text: which flows there are, where each mention stands, and keeping that true
 * as blocks change. Work is queued by block and done in slices.
 */
import type { Finder } from '../../glossary/find/finder';
import type { Mention } from '../../glossary/find/finder-data';
import { PageFinder } from '../../glossary/find/page-finder';
import { shadowRootOf } from '../shared/page/shadow-roots';
import { type BlockText, blockOf, collectFlows } from './collect-flows';
import { isContinuous } from './continuity';
import { type Block, compareComposed, compareInTree, isConnected } from './dom';
import type { Flow } from './flow';
import { ShownMentions } from './shown-mentions';

/** Custom elements without a shadow tree that are remembered: each is asked again at every change. */
const MAX_HOSTS = 200;

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
  /** Blocks still to read, the next one last; and for each whether the blocks inside it are to be read too. */
  readonly #queue: Block[] = [];
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
  }

  /** Shadow trees known to be in the page. */
  get roots(): ShadowRoot[] {
    return [...this.#roots];
  }

  get isIdle(): boolean {
    return this.#queue.length === 0;
  }

  /** Whether there is so much to know that going through it takes time. */
  get isLarge(): boolean {
    return this.#byBlock.size > LARGE;
  }

  /** Asks for `block`'s own text to be read, and if `isDeep` that of all blocks inside it. */
  enqueue(block: Block, isDeep: boolean): void {
    const queued = this.#isDeep.get(block);
    if (queued === undefined) this.#queue.push(block);
    this.#isDeep.set(block, isDeep || queued === true);
  }

  /** Reads queued blocks until `isOver` says so; at least one. Call `settle` afterwards. */
  work(isOver: () => boolean): void {
    do {
      const block = this.#queue.pop();
      if (!block) return;
      const isDeep = this.#isDeep.get(block) === true;
      this.#isDeep.delete(block);
      this.#forget(block);
      if (!isConnected(block)) continue;
      const { flows, blocks, ...trees } = collectFlows(block);
      for (const flow of flows) this.#take(flow);
      this.#meet(trees);
      if (isDeep) for (const inner of blocks.reverse()) this.enqueue(inner, true);
    } while (!isOver());
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
    return this.flowsInOrder()
      .flatMap((flow) => mentionsOf(flow).map((mention) => ({ flow, mention })))
      .filter(({ flow, mention }) => isContinuous(flow, mention));
  }

  /** Without shadow trees the page's own order is the order it is composed in, and far quicker to ask for. */
  #compare(a: Node, b: Node): number {
    return this.#roots.size > 0 ? compareComposed(a, b) : compareInTree(a, b);
  }

  #take(flow: Flow): void {
    this.#finder.add(flow, flow.text);
    if (!this.#finder.has(flow)) return;
    const flows = this.#byBlock.get(flow.block);
    if (flows) flows.push(flow);
    else this.#byBlock.set(flow.block, [flow]);
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
    for (const flow of this.#byBlock.get(block) ?? []) {
      this.#finder.remove(flow);
      this.#dirty.add(flow);
    }
    this.#byBlock.delete(block);
  }
}
