/**
 * Marks mentions with CSS custom highlights, whose names are random for each document. Never writes to the page's DOM.
 * Ranges are static: live ones would slow every change the page makes to itself.
 */
import type { Mention } from '../../glossary/pack/finder-data';
import type { MarkColour } from '../../glossary/pack/mark-colours';
import { colouredName, MARK_NAMES, type MarkName } from '../shared/page/marks-style';
import { type Split, splitOf } from './continuity';
import { isInside } from './dom';
import { type Paint, PaintReader } from './mark-paint';
import type { TextRun } from './text-run';

/** Chromium revalidates all registered ranges in every frame with a change: keep few. */
const MAX_REGISTERED = 300;
const NAME_LENGTH = 12;
/** How long marks that are not urgent may be delayed to be registered together, in ms. */
const MAX_DELAY_MS = 1000;

/** The highlight of a mention right after another of the same paint. */
const NEXT = { mention: 'next', lined: 'linedNext', clear: 'clear' } as const;

/** An unpredictable name of lower-case letters. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NAME_LENGTH));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

/** The page as far as the marks use it. */
export interface MarksSource {
  /** The text runs near the viewport, the nearest first. Called only with more mentions than can be marked. */
  near(): Iterable<TextRun>;
  /** Index of the first of a run's mentions near the viewport. Called only for a run with more mentions than can be marked. */
  firstNear(run: TextRun, mentions: readonly Mention[]): number;
  /** Colours of their own that mentions have, each once. */
  colours: readonly MarkColour[];
  /** The colour of a mention's pack; null: as all others. */
  colourOf(mention: Mention): MarkColour | null;
  /** Called when a mention is not marked because an element splits it. */
  onSplit(run: TextRun, split: Split): void;
}

/** A mention and how it is painted. */
interface Painted {
  run: TextRun;
  mention: Mention;
  paint: Paint;
}

/** The mentions of a text run from index `from` on. */
interface Registered {
  run: TextRun;
  from: number;
}

/** The marks of one document. */
export class Marks {
  /** Names of the highlights, for their style rules. */
  readonly names = Object.fromEntries(MARK_NAMES.map((name) => [name, randomName()])) as Record<MarkName, string>; // Of all names.
  readonly #source: MarksSource;
  readonly #mentions = new Map<TextRun, readonly Mention[]>();
  readonly #forcedColors = matchMedia('(forced-colors: active)');
  /** The text runs whose mentions are registered, in that order. */
  #registered: readonly Registered[] = [];
  /** Our highlights by name, and their sizes: the page can reach them, and may empty or replace them. */
  #kept: ReadonlyMap<string, { highlight: Highlight; size: number }> = new Map();
  #painted: Painted[] = [];
  #current: Painted | null = null;
  /** The highlight of the current mention; '' for none. */
  #currentName = '';
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

  /** As `MarksSource.colours`. */
  get colours(): readonly MarkColour[] {
    return this.#source.colours;
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

  /** Another object after each registration. */
  get registration(): object {
    return this.#painted;
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

  /** Call when the page may paint the text inside an element differently from now on; of all text, if none is given. */
  repaint(inside?: Element): void {
    const reader = new PaintReader();
    const isOther = ({ run, mention, paint }: Painted) => {
      const [node] = inside ? run.nodesOf(mention.start, mention.end) : [];
      if (inside && !(node && isInside(node, inside))) return false;
      return reader.paintOf(run, mention) !== paint;
    };
    const others = this.#painted.filter(isOther);
    for (const { run } of others) this.#changed.add(run);
    if (others.length > 0) this.#register();
    if (this.#current && isOther(this.#current)) this.setCurrent(this.#current);
  }

  /** Paints one mention as the current one; null: none. */
  setCurrent(at: Omit<Painted, 'paint'> | null): void {
    CSS.highlights.delete(this.#currentName);
    this.#currentName = '';
    this.#current = null;
    const bounds = at?.run.boundsOf(at.mention.start, at.mention.end);
    if (!at || !bounds) return;
    const { run, mention } = at;
    const paint = new PaintReader().paintOf(run, mention);
    this.#current = { run, mention, paint };
    if (!paint) return;
    const highlight = new Highlight(new StaticRange(bounds));
    highlight.priority = 1;
    this.#currentName = this.#nameOf(paint === 'clear' ? 'currentClear' : 'current', mention);
    CSS.highlights.set(this.#currentName, highlight);
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
    const kept = new Map<string, { highlight: Highlight; size: number }>();
    this.#paint(wanted);
    for (const [name, ranges] of this.#ranges()) {
      const highlight = new Highlight(...ranges);
      // Below the page's own highlights.
      highlight.priority = -1;
      kept.set(name, { highlight, size: highlight.size });
      CSS.highlights.set(name, highlight);
    }
    for (const name of this.#kept.keys()) if (!kept.has(name)) CSS.highlights.delete(name);
    this.#kept = kept;
  }

  /** Whether the page changed a highlight. */
  get #isLost(): boolean {
    for (const [name, { highlight, size }] of this.#kept) {
      if (CSS.highlights.get(name) !== highlight || highlight.size !== size) return true;
    }
    return false;
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

  /** Decides how each wanted mention is painted; those that an element splits get no mark. */
  #paint(wanted: readonly Registered[]): void {
    const reader = new PaintReader();
    this.#painted = [];
    this.#split = [];
    for (const { run, from } of wanted) {
      const mentions = this.#mentions.get(run) ?? [];
      for (const mention of mentions.slice(from, from + MAX_REGISTERED - this.#painted.length)) {
        const split = splitOf(run, mention);
        if (!split) this.#painted.push({ run, mention, paint: reader.paintOf(run, mention) });
        else this.#source.onSplit(run, split);
        if (split && !split.isLaidOut) this.#split.push({ run, mention });
      }
    }
  }

  #nameOf(name: MarkName, mention: Mention): string {
    return colouredName(this.names[name], this.#source.colourOf(mention));
  }

  /** The ranges to register, by name of the highlight. */
  #ranges(): Map<string, StaticRange[]> {
    const ranges = new Map<string, StaticRange[]>();
    let last: Painted | null = null;
    let isNext = false;
    for (const painted of this.#painted) {
      const { run, mention, paint } = painted;
      const bounds = paint && run.boundsOf(mention.start, mention.end);
      if (!bounds) continue;
      isNext = !isNext && last?.run === run && last.mention.end === mention.start;
      last = painted;
      const name = this.#nameOf(isNext ? NEXT[paint] : paint, mention);
      const listed = ranges.get(name) ?? [];
      listed.push(new StaticRange(bounds));
      ranges.set(name, listed);
    }
    return ranges;
  }

  #clear(): void {
    this.#mentions.clear();
    this.#changed.clear();
    this.#split = [];
    this.#painted = [];
    this.#current = null;
    this.#registered = [];
    this.#count = 0;
    for (const name of [...this.#kept.keys(), this.#currentName]) CSS.highlights.delete(name);
    this.#kept = new Map();
  }
}
