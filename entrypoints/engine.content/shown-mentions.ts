/**
 * Selects the mentions of the page to be marked, by the reader's options. The index keeps all mentions, so that no text
 * is read again when the options change.
 */
import type { EntryIndex, Mention } from '../../glossary/pack/finder-data';
import type { Density } from '../shared/page/pack-marks';
import { DEFAULT_PAGE_OPTIONS, densityOf, isFirst, type PageOptions, worthMarks } from './choose-shown';
import { Sections } from './sections';
import type { TextRun } from './text-run';
import { Visibility } from './visibility';

/** Share of the time that recomputing first mentions may take. */
const MAX_SHARE = 1 / 30;

/** The part of `PageIndex` that is needed here, which imports this module itself. */
interface TextIndex {
  mentionsOf(run: TextRun): readonly Mention[];
  runsInOrder(): Iterable<TextRun>;
}

/** The shown mentions of a page, by text run. */
export class ShownMentions {
  readonly #index: TextIndex;
  #options = DEFAULT_PAGE_OPTIONS;
  /** The firsts of their section or page; null where every mention is shown. */
  #firsts: Set<Mention> | null = null;
  #earliest = 0;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** Changes the options. All text runs must be marked again. */
  setOptions(options: PageOptions): void {
    this.#options = options;
    this.#firsts = null;
    if (this.isRelative) this.decide();
  }

  /** Whether the shown mentions of one text run depend on others. */
  get isRelative(): boolean {
    return this.#densities.some((density) => density !== 'every');
  }

  get #densities(): Density[] {
    return [this.#options.density, ...this.#options.densities.values()];
  }

  /** How long `decide` should be delayed to keep its share of the time, in ms. */
  get waitMs(): number {
    return Math.max(0, this.#earliest - performance.now());
  }

  /** Sorted and disjoint. */
  of(run: TextRun): readonly Mention[] {
    const worth = worthMarks(this.#index.mentionsOf(run), this.#options);
    const firsts = this.#firsts;
    return firsts ? worth.filter((mention) => firsts.has(mention)) : worth;
  }

  /** Recomputes which mentions are the first of their section or page. Sorts and visits all text runs. @returns those with a change. */
  decide(): TextRun[] {
    const begin = performance.now();
    const before = this.#firsts;
    const firsts = new Set<Mention>();
    const sections = this.#densities.includes('section') ? new Sections() : null;
    const page = {};
    const met = new Map<object, Set<EntryIndex>>();
    const visibility = new Visibility();
    const changed: TextRun[] = [];
    for (const run of this.#index.runsInOrder()) {
      const worth = worthMarks(this.#index.mentionsOf(run), this.#options);
      if (worth.length === 0) continue;
      for (const mention of worth) {
        const density = densityOf(mention, this.#options);
        const key = (density === 'section' && sections?.of(run)) || page;
        const entries = met.get(key) ?? new Set();
        met.set(key, entries);
        // The first that the reader can see: mentions in a folded menu do not count, nor those that get no mark.
        const isShown =
          density === 'every' ||
          (!entries.has(mention.senses[0].entry) && visibility.isReachable(run, mention) && isFirst(mention, entries));
        if (isShown) firsts.add(mention);
      }
      if (worth.some((mention) => before?.has(mention) !== firsts.has(mention))) changed.push(run);
    }
    this.#firsts = firsts;
    const end = performance.now();
    this.#earliest = end + (end - begin) / MAX_SHARE;
    return changed;
  }
}
