/**
 * Owns the marks: two CSS custom highlights with names that are random for each document, and which ranges they hold.
 * Never writes to the page's DOM. Ranges are static: a live one would slow every change the page makes to itself.
 */
import type { Mention } from '../../glossary/pack/finder-data';
import { type Parting, partingOf } from './continuity';
import type { Flow } from './flow';

/** Chromium revalidates every registered range in every frame in which something changes: keep few. */
const MAX_REGISTERED = 300;
const NAME_LENGTH = 12;
/** How long marks that are not urgent may wait for others, in ms. */
const PATIENCE_MS = 1000;

/** A name of lower-case letters nobody can guess. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NAME_LENGTH));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

export interface MarksSource {
  /** The flows near the viewport, the nearest first. Asked only where there are too many mentions to mark all. */
  near(): Iterable<Flow>;
  /** Which of a flow's mentions is the first near the viewport. Asked only where one flow has too many of them. */
  firstNear(flow: Flow, mentions: readonly Mention[]): number;
  /** A mention could not be marked: it is not one run of text for the eye. */
  onParted(flow: Flow, parting: Parting): void;
}

/** The mentions of a flow from some number on. */
interface Stretch {
  flow: Flow;
  from: number;
}

export class Marks {
  /** Names of the highlights, for whoever styles them. */
  readonly mentionName = randomName();
  readonly currentName = randomName();
  readonly #source: MarksSource;
  readonly #mentions = new Map<Flow, readonly Mention[]>();
  readonly #forcedColors = matchMedia('(forced-colors: active)');
  /** Of which flows mentions are registered, in that order. */
  #registered: readonly Stretch[] = [];
  /** The highlight they are in, and how many there are: the page can reach it, and may empty or replace it. */
  #kept: Highlight | null = null;
  #keptSize = 0;
  /** Mentions that something not laid out parts: to show it takes no more than a style. */
  #parted: { flow: Flow; mention: Mention }[] = [];
  #count = 0;
  /** Flows whose mentions changed since the last registration. */
  readonly #changed = new Set<Flow>();
  #isHidden = false;
  /** Whether there is a style for them: without one, the browser would paint the page for nothing. */
  #isStyled = false;
  #registeredAt = Number.NEGATIVE_INFINITY;

  /**
   * Lives until `signal` aborts, which takes all marks away.
   */
  constructor(source: MarksSource, signal: AbortSignal) {
    this.#source = source;
    this.#forcedColors.addEventListener('change', () => this.#register(), { signal });
    signal.addEventListener('abort', () => this.#clear(), { once: true });
  }

  /** Number of mentions marked or ready to be. */
  get count(): number {
    return this.#count;
  }

  /** Whether there are too many to mark all, so that what is in view decides. */
  get isWindowed(): boolean {
    return this.#count > MAX_REGISTERED;
  }

  /** Whether the reader asked for no marks to be painted, for now. */
  get isHidden(): boolean {
    return this.#isHidden;
  }

  /** To be called when the marks' names have a style: from then on they are painted. */
  show(): void {
    if (this.#isStyled) return;
    this.#isStyled = true;
    this.#register();
  }

  /** Paints no marks, or all again; they are kept up to date meanwhile. */
  setHidden(isHidden: boolean): void {
    this.#isHidden = isHidden;
    this.#register();
  }

  /** Replaces the marks of a flow. Call `flush` when a batch is complete. */
  update(flow: Flow, mentions: readonly Mention[]): void {
    this.#count += mentions.length - (this.#mentions.get(flow)?.length ?? 0);
    if (mentions.length === 0) this.#mentions.delete(flow);
    else this.#mentions.set(flow, mentions);
    this.#changed.add(flow);
  }

  /**
   * Registers what changed since the last call. Each registration makes the browser paint the page again, so that one
   * that is not urgent waits until some time has passed since the last.
   */
  flush(isUrgent: boolean): void {
    if (this.#changed.size === 0 && !this.#isLost) return;
    if (isUrgent || performance.now() - this.#registeredAt > PATIENCE_MS) this.#register();
  }

  /** To be called when what is in view, or is shown at all, may have changed. */
  follow(): void {
    for (const { flow, mention } of this.#parted) {
      if (partingOf(flow, mention)?.isLaidOut !== false) this.#changed.add(flow);
    }
    if (this.isWindowed || this.#changed.size > 0 || this.#isLost) this.#register();
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

  #register(): void {
    const wanted = this.#isUnpainted ? [] : this.#wanted();
    const isSame =
      wanted.length === this.#registered.length &&
      wanted.every(({ flow, from }, i) => {
        const before = this.#registered[i];
        return flow === before?.flow && from === before.from && !this.#changed.has(flow);
      });
    this.#changed.clear();
    this.#registeredAt = performance.now();
    if (isSame && !this.#isLost) return;
    this.#registered = wanted;
    this.#parted = [];
    const highlight = new Highlight();
    // Below the page's own highlights.
    highlight.priority = -1;
    for (const range of this.#rangesOf(wanted)) highlight.add(range);
    this.#kept = highlight.size > 0 ? highlight : null;
    this.#keptSize = highlight.size;
    if (this.#kept) CSS.highlights.set(this.mentionName, this.#kept);
    else CSS.highlights.delete(this.mentionName);
  }

  /** Whether the page did something to the highlight. */
  get #isLost(): boolean {
    const kept = this.#kept;
    return kept !== null && (CSS.highlights.get(this.mentionName) !== kept || kept.size !== this.#keptSize);
  }

  /** Forced colours would paint marks as selected text. */
  get #isUnpainted(): boolean {
    return !this.#isStyled || this.#isHidden || this.#forcedColors.matches;
  }

  /** All flows while mentions are few; those near the viewport otherwise. */
  #wanted(): Stretch[] {
    if (!this.isWindowed) return [...this.#mentions.keys()].map((flow) => ({ flow, from: 0 }));
    const wanted: Stretch[] = [];
    let room = MAX_REGISTERED;
    for (const flow of this.#source.near()) {
      if (room <= 0) break;
      const mentions = this.#mentions.get(flow) ?? [];
      const from = mentions.length > room ? this.#source.firstNear(flow, mentions) : 0;
      if (mentions.length > from) wanted.push({ flow, from });
      room -= mentions.length - from;
    }
    return wanted;
  }

  #rangesOf(stretches: readonly Stretch[]): StaticRange[] {
    const ranges: StaticRange[] = [];
    for (const { flow, from } of stretches) {
      const mentions = this.#mentions.get(flow) ?? [];
      const room = MAX_REGISTERED - ranges.length;
      for (const mention of mentions.slice(from, from + room)) {
        const parting = partingOf(flow, mention);
        if (parting) this.#source.onParted(flow, parting);
        if (parting && !parting.isLaidOut) this.#parted.push({ flow, mention });
        const bounds = parting ? null : flow.boundsOf(mention.start, mention.end);
        if (bounds) ranges.push(new StaticRange(bounds));
      }
    }
    return ranges;
  }

  #clear(): void {
    this.#mentions.clear();
    this.#changed.clear();
    this.#parted = [];
    this.#registered = [];
    this.#kept = null;
    this.#count = 0;
    CSS.highlights.delete(this.mentionName);
    CSS.highlights.delete(this.currentName);
  }
}
