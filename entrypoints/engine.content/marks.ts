/**
 * Marks mentions with CSS custom highlights, whose names are random for each document. Never writes to the page's DOM.
 * Ranges are static: live ones would slow every change the page makes to itself.
 */
import type { Mention } from '../../glossary/pack/finder-data';
import { type Split, splitOf } from './continuity';
import type { TextRun } from './text-run';

/** Chromium revalidates all registered ranges in every frame with a change: keep few. */
const MAX_REGISTERED = 300;
const NAME_LENGTH = 12;
/** How long marks that are not urgent may be delayed to be registered together, in ms. */
const MAX_DELAY_MS = 1000;

/** An unpredictable name of lower-case letters. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NAME_LENGTH));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

/** What the marks need to know about the page. */
export interface MarksSource {
  /** The text runs near the viewport, the nearest first. Called only with more mentions than can be marked. */
  near(): Iterable<TextRun>;
  /** Index of the first of a run's mentions near the viewport. Called only for a run with more mentions than can be marked. */
  firstNear(run: TextRun, mentions: readonly Mention[]): number;
  /** Called when a mention is not marked because an element splits it. */
  onSplit(run: TextRun, split: Split): void;
}

/** The mentions of a text run from index `from` on. */
interface Registered {
  run: TextRun;
  from: number;
}

/** The marks of one document. */
export class Marks {
  /** Names of the highlights, for whoever styles them. */
  readonly mentionName = randomName();
  readonly currentName = randomName();
  readonly #source: MarksSource;
  readonly #mentions = new Map<TextRun, readonly Mention[]>();
  readonly #forcedColors = matchMedia('(forced-colors: active)');
  /** The text runs whose mentions are registered, in that order. */
  #registered: readonly Registered[] = [];
  /** Our highlight and its size: the page can reach it, and may empty or replace it. */
  #kept: Highlight | null = null;
  #keptSize = 0;
  /** Mentions split by an element that is not rendered: a change of style can make them whole. */
  #split: { run: TextRun; mention: Mention }[] = [];
  #count = 0;
  /** Text runs whose mentions changed since the last registration. */
  readonly #changed = new Set<TextRun>();
  #isHidden = false;
  /** Whether the names have a style: before that, registering would make the browser paint for nothing. */
  #isStyled = false;
  #registeredAt = Number.NEGATIVE_INFINITY;

  /** Lives until `signal` aborts, which removes all marks. */
  constructor(source: MarksSource, signal: AbortSignal) {
    this.#source = source;
    this.#forcedColors.addEventListener('change', () => this.#register(), { signal });
    signal.addEventListener('abort', () => this.#clear(), { once: true });
  }

  /** Number of mentions that are marked, or will be when they come into view. */
  get count(): number {
    return this.#count;
  }

  /** Whether there are too many to register all, so that only those near the viewport are. */
  get isWindowed(): boolean {
    return this.#count > MAX_REGISTERED;
  }

  /** The text runs whose mentions are registered, or would be if they were painted. */
  get nearRuns(): Iterable<TextRun> {
    return this.isWindowed ? this.#registered.map(({ run }) => run) : this.#mentions.keys();
  }

  /** Whether the reader has the marks hidden for now. */
  get isHidden(): boolean {
    return this.#isHidden;
  }

  /** Starts painting. Call when the names have a style. */
  show(): void {
    if (this.#isStyled) return;
    this.#isStyled = true;
    this.#register();
  }

  /** Stops or resumes painting; hidden marks are kept up to date. */
  setHidden(isHidden: boolean): void {
    this.#isHidden = isHidden;
    this.#register();
  }

  /** Replaces the marks of a text run. Call `flush` when a batch is complete. */
  update(run: TextRun, mentions: readonly Mention[]): void {
    this.#count += mentions.length - (this.#mentions.get(run)?.length ?? 0);
    if (mentions.length === 0) this.#mentions.delete(run);
    else this.#mentions.set(run, mentions);
    this.#changed.add(run);
  }

  /**
   * Registers changes since the last call. Each registration makes the browser paint the page again: one that is not
   * urgent may be delayed.
   */
  flush(isUrgent: boolean): void {
    if (this.#changed.size === 0 && !this.#isLost) return;
    if (isUrgent || performance.now() - this.#registeredAt > MAX_DELAY_MS) this.#register();
  }

  /** Call when the view may have changed, by scrolling or by a style that shows or hides elements. */
  follow(): void {
    for (const { run, mention } of this.#split) {
      if (splitOf(run, mention)?.isLaidOut !== false) this.#changed.add(run);
    }
    if (this.isWindowed || this.#changed.size > 0 || this.#isLost) this.#register();
  }

  /** Paints one mention as the current one; null: none. */
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
      wanted.every(({ run, from }, i) => {
        const before = this.#registered[i];
        return run === before?.run && from === before.from && !this.#changed.has(run);
      });
    this.#changed.clear();
    this.#registeredAt = performance.now();
    if (isSame && !this.#isLost) return;
    this.#registered = wanted;
    this.#split = [];
    const highlight = new Highlight();
    // Below the page's own highlights.
    highlight.priority = -1;
    for (const range of this.#rangesOf(wanted)) highlight.add(range);
    this.#kept = highlight.size > 0 ? highlight : null;
    this.#keptSize = highlight.size;
    if (this.#kept) CSS.highlights.set(this.mentionName, this.#kept);
    else CSS.highlights.delete(this.mentionName);
  }

  /** Whether the page changed the highlight. */
  get #isLost(): boolean {
    const kept = this.#kept;
    return kept !== null && (CSS.highlights.get(this.mentionName) !== kept || kept.size !== this.#keptSize);
  }

  /** Forced colours would paint marks as selected text. */
  get #isUnpainted(): boolean {
    return !this.#isStyled || this.#isHidden || this.#forcedColors.matches;
  }

  /** All text runs while mentions are few; those near the viewport otherwise. */
  #wanted(): Registered[] {
    if (!this.isWindowed) return [...this.#mentions.keys()].map((run) => ({ run, from: 0 }));
    const wanted: Registered[] = [];
    let room = MAX_REGISTERED;
    for (const run of this.#source.near()) {
      if (room <= 0) break;
      const mentions = this.#mentions.get(run) ?? [];
      const from = mentions.length > room ? this.#source.firstNear(run, mentions) : 0;
      if (mentions.length > from) wanted.push({ run, from });
      room -= mentions.length - from;
    }
    return wanted;
  }

  #rangesOf(wanted: readonly Registered[]): StaticRange[] {
    const ranges: StaticRange[] = [];
    for (const { run, from } of wanted) {
      const mentions = this.#mentions.get(run) ?? [];
      const room = MAX_REGISTERED - ranges.length;
      for (const mention of mentions.slice(from, from + room)) {
        const split = splitOf(run, mention);
        if (split) this.#source.onSplit(run, split);
        if (split && !split.isLaidOut) this.#split.push({ run, mention });
        const bounds = split ? null : run.boundsOf(mention.start, mention.end);
        if (bounds) ranges.push(new StaticRange(bounds));
      }
    }
    return ranges;
  }

  #clear(): void {
    this.#mentions.clear();
    this.#changed.clear();
    this.#split = [];
    this.#registered = [];
    this.#kept = null;
    this.#count = 0;
    CSS.highlights.delete(this.mentionName);
    CSS.highlights.delete(this.currentName);
  }
}
