/**
 * Owns the mentions of one page: flows come and go, and what one flow says may decide a form in another.
 * Knows no DOM: a flow is any object, its text is given once.
 */
import { choose, type PageKnowledge } from './choose';
import type { Finder } from './finder';
import type { EntryIndex, Mention } from './finder-data';
import { type Weighed, weigh } from './weigh';

/** Rounds in which newly accepted entries may still decide others; a chain of rules longer than this is an editor's mistake. */
const MAX_ROUNDS = 8;

interface FlowState extends Weighed {
  mentions: Mention[];
  /** Whether the page as a whole may change the outcome. */
  isOpen: boolean;
}

/** Counts of things on the page; tells when something appears first or goes last. */
class Tally<K> {
  #counts = new Map<K, number>();
  has(key: K): boolean {
    return this.#counts.has(key);
  }
  /** Adds `by` to the count; true if the key came or went. */
  add(key: K, by: 1 | -1): boolean {
    const before = this.#counts.get(key) ?? 0;
    const after = before + by;
    if (after > 0) this.#counts.set(key, after);
    else this.#counts.delete(key);
    return before === 0 || after === 0;
  }
}

/** Finds mentions flow by flow. `settle` reports what changed; nothing else has effects outside. */
export class PageFinder<Flow extends object> {
  readonly #finder: Finder;
  readonly #flows = new Map<Flow, FlowState>();
  readonly #undecided = new Set<Flow>();
  readonly #cues = new Tally<number>();
  readonly #entries = new Tally<EntryIndex>();
  readonly #knowledge: PageKnowledge;
  #hasNews = false;

  constructor(finder: Finder) {
    this.#finder = finder;
    this.#knowledge = {
      hasCue: (cue) => this.#cues.has(cue),
      hasEntry: (entry) => this.#entries.has(entry),
      cueText: (cue) => finder.patterns[cue] ?? '',
    };
  }

  /** Takes in a flow. Its mentions are known after the next `settle`. Linear in the text. */
  add(flow: Flow, text: string): void {
    this.remove(flow);
    const weighed = weigh(this.#finder, text);
    if (!weighed) return;
    const isOpen = weighed.candidates.some((candidate) =>
      candidate.senses.some((sense) => !sense.reason || sense.rule?.unlessPage),
    );
    this.#flows.set(flow, { ...weighed, mentions: [], isOpen });
    this.#undecided.add(flow);
    for (const cue of weighed.cues) this.#hasNews = this.#cues.add(cue, 1) || this.#hasNews;
  }

  /** Forgets a flow and what it said; the next `settle` reconsiders what leaned on it. */
  remove(flow: Flow): void {
    const state = this.#flows.get(flow);
    if (!state) return;
    this.#flows.delete(flow);
    this.#undecided.delete(flow);
    for (const cue of state.cues) this.#hasNews = this.#cues.add(cue, -1) || this.#hasNews;
    this.#tally(state.mentions, -1);
  }

  /** Whether anything of the pack occurs in the flow; one without is not kept. */
  has(flow: Flow): boolean {
    return this.#flows.has(flow);
  }

  /** Mentions of a flow as of the last `settle`, sorted and disjoint. */
  mentionsOf(flow: Flow): readonly Mention[] {
    return this.#flows.get(flow)?.mentions ?? [];
  }

  /** Decides what is open. @returns the flows whose mentions may have changed. */
  settle(): Set<Flow> {
    const changed = new Set<Flow>();
    for (let round = 0; round < MAX_ROUNDS && (this.#hasNews || this.#undecided.size > 0); round++) {
      const due = this.#hasNews ? this.#openFlows() : [...this.#undecided];
      this.#hasNews = false;
      this.#undecided.clear();
      for (const [flow, state] of due.map((flow) => [flow, this.#flows.get(flow)] as const)) {
        if (!state) continue;
        const before = state.mentions;
        state.mentions = choose(state.candidates, this.#knowledge);
        // In this order an entry that stays is no news.
        this.#tally(state.mentions, 1);
        this.#tally(before, -1);
        changed.add(flow);
      }
    }
    return changed;
  }

  #openFlows(): Flow[] {
    const due = [...this.#undecided];
    for (const [flow, state] of this.#flows) if (state.isOpen && !this.#undecided.has(flow)) due.push(flow);
    return due;
  }

  #tally(mentions: readonly Mention[], by: 1 | -1): void {
    for (const mention of mentions) {
      this.#hasNews = this.#entries.add(mention.senses[0].entry, by) || this.#hasNews;
    }
  }
}
