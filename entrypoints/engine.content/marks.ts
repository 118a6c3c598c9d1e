/**
 * Owns the marks: two CSS custom highlights with names that are random for each document, and which ranges they hold.
 * Never writes to the page's DOM. Ranges are static: a live one would slow every change the page makes to itself.
 */
import type { Mention } from '../../glossary/find/finder-data';
import { elementOf, isConnected } from './dom';
import type { Flow } from './flow';

/** Chromium revalidates every registered range in every frame in which something changes: keep few. */
const MAX_REGISTERED = 300;
/** How far outside the viewport marks are kept ready. */
const MARGIN = '100% 0px';
const NAME_LENGTH = 12;
/** How long marks that are not urgent may wait for others, in ms. */
const PATIENCE_MS = 250;

/** A name of lower-case letters nobody can guess. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NAME_LENGTH));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

export class Marks {
  /** Names of the highlights, for whoever styles them. */
  readonly mentionName = randomName();
  readonly currentName = randomName();
  readonly #ranges = new Map<Flow, StaticRange[]>();
  readonly #inView = new Set<Element>();
  readonly #flowsByBlock = new Map<Element, Set<Flow>>();
  readonly #observer: IntersectionObserver;
  readonly #forcedColors = matchMedia('(forced-colors: active)');
  #count = 0;
  #isStale = false;
  #isHidden = false;
  #registeredAt = Number.NEGATIVE_INFINITY;

  /** Lives until `signal` aborts, which takes all marks away. */
  constructor(signal: AbortSignal) {
    this.#observer = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: MARGIN });
    this.#forcedColors.addEventListener('change', () => this.#register(), { signal });
    signal.addEventListener('abort', () => this.#clear(), { once: true });
  }

  /** Number of mentions marked or ready to be. */
  get count(): number {
    return this.#count;
  }

  /** Whether the reader asked for no marks to be painted, for now. */
  get isHidden(): boolean {
    return this.#isHidden;
  }

  /** Paints no marks, or all again; they are kept up to date meanwhile. */
  setHidden(isHidden: boolean): void {
    this.#isHidden = isHidden;
    this.#register();
  }

  /** Replaces the marks of a flow. Call `flush` when a batch is complete. */
  update(flow: Flow, mentions: readonly Mention[]): void {
    this.#count -= this.#ranges.get(flow)?.length ?? 0;
    this.#count += mentions.length;
    this.#isStale ||= this.#count <= MAX_REGISTERED || this.#inView.has(elementOf(flow.block));
    if (mentions.length === 0) {
      this.#ranges.delete(flow);
      this.#detach(flow);
      return;
    }
    const bounds = mentions.map(({ start, end }) => flow.boundsOf(start, end)).filter((range) => range !== null);
    this.#ranges.set(
      flow,
      bounds.map((range) => new StaticRange(range)),
    );
    this.#attach(flow);
  }

  /**
   * Registers what changed since the last call. Each registration makes the browser paint the page again, so that one
   * that is not urgent waits until some time has passed since the last.
   */
  flush(isUrgent: boolean): void {
    const isLost = this.#count > 0 && !this.#isUnpainted && !CSS.highlights.has(this.mentionName);
    if (!this.#isStale && !isLost) return;
    if (isUrgent || performance.now() - this.#registeredAt > PATIENCE_MS) this.#register();
  }

  /** Paints one mention as the one in hand, or none. */
  setCurrent(bounds: StaticRangeInit | null): void {
    if (!bounds) {
      CSS.highlights.delete(this.currentName);
      return;
    }
    const highlight = new Highlight(new StaticRange(bounds));
    highlight.priority = 1;
    CSS.highlights.set(this.currentName, highlight);
  }

  #attach(flow: Flow): void {
    const element = elementOf(flow.block);
    const flows = this.#flowsByBlock.get(element);
    if (flows) {
      flows.add(flow);
      return;
    }
    this.#flowsByBlock.set(element, new Set([flow]));
    this.#observer.observe(element);
  }

  #detach(flow: Flow): void {
    const element = elementOf(flow.block);
    const flows = this.#flowsByBlock.get(element);
    if (!flows?.delete(flow) || flows.size > 0) return;
    this.#flowsByBlock.delete(element);
    this.#inView.delete(element);
    this.#observer.unobserve(element);
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    const before = this.#inView.size;
    let hasLeft = false;
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#inView.add(target);
      else hasLeft = this.#inView.delete(target) || hasLeft;
    }
    // The first word on a block far away changes nothing.
    const hasChanged = hasLeft || this.#inView.size !== before;
    if (hasChanged && this.#count > MAX_REGISTERED) this.#register();
  }

  #register(): void {
    this.#isStale = false;
    this.#registeredAt = performance.now();
    const highlight = new Highlight();
    // Below the page's own highlights.
    highlight.priority = -1;
    for (const range of this.#isUnpainted ? [] : this.#wanted()) highlight.add(range);
    if (highlight.size > 0) CSS.highlights.set(this.mentionName, highlight);
    else CSS.highlights.delete(this.mentionName);
  }

  /** Forced colours would paint marks as selected text. */
  get #isUnpainted(): boolean {
    return this.#isHidden || this.#forcedColors.matches;
  }

  /** All ranges while they are few; those near the viewport otherwise. */
  #wanted(): StaticRange[] {
    if (this.#count <= MAX_REGISTERED) return [...this.#ranges.values()].flat();
    const near = [...this.#inView].filter(isConnected).flatMap((block) => [...(this.#flowsByBlock.get(block) ?? [])]);
    return near.flatMap((flow) => this.#ranges.get(flow) ?? []).slice(0, MAX_REGISTERED);
  }

  #clear(): void {
    this.#observer.disconnect();
    this.#ranges.clear();
    this.#flowsByBlock.clear();
    this.#inView.clear();
    this.#count = 0;
    CSS.highlights.delete(this.mentionName);
    CSS.highlights.delete(this.currentName);
  }
}
