/**
 * Owns the mentions of one page: flows come and go, and what one flow says may decide a form in another.
 * Knows no DOM: a flow is any object, its text is given once. The outcome depends only on the flows there are, not on
 * the order in which they came.
 */
import type { Span } from './boundaries';
import { choose, type PageKnowledge, type Witness, witnessesOf } from './choose';
import type { Finder } from './finder';
import type { EntryIndex, Mention, PatternIndex } from './finder-data';
import { Presence } from './presence';
import { type Weighed, weigh } from './weigh';

interface FlowState extends Weighed {
  mentions: Mention[];
  witnesses: Witness[];
  /** Witnesses whose needs, if any, are met, by entry. */
  heard: Map<EntryIndex, Set<Witness>>;
  /** Whether a cue elsewhere may change the outcome. */
  asksCues: boolean;
  /** Whether an entry elsewhere may change the outcome. */
  asksEntries: boolean;
}

/** Finds mentions flow by flow. `settle` reports what changed; nothing else has effects outside. */
export class PageFinder<Flow extends object> {
  readonly #finder: Finder;
  readonly #flows = new Map<Flow, FlowState>();
  readonly #undecided = new Set<Flow>();
  readonly #cues = new Presence<PatternIndex, FlowState>();
  readonly #entries = new Presence<EntryIndex, FlowState>();
  /** Since the last `settle`: cues came or went, entries came, entries went. */
  readonly #news = { cues: false, entries: false, loss: false };

  constructor(finder: Finder) {
    this.#finder = finder;
  }

  /** Takes in a flow. Its mentions are known after the next `settle`. Linear in the text. */
  add(flow: Flow, text: string): void {
    const steps = this.adding(flow, text);
    while (!steps.next().done);
  }

  /**
   * As `add`, for texts of any length: yields every millisecond or so, for as long as there is more to do. From its
   * first step on what was known of the flow is gone, and until its last the flow is not there.
   */
  *adding(flow: Flow, text: string): Generator<void, void> {
    this.remove(flow);
    const weighed = yield* weigh(this.#finder, text);
    if (weighed) this.#take(flow, weighed);
  }

  #take(flow: Flow, weighed: Weighed): void {
    this.remove(flow);
    const state: FlowState = {
      candidates: weighed.candidates,
      cues: weighed.cues,
      mentions: [],
      witnesses: [],
      heard: new Map(),
      asksCues: false,
      asksEntries: false,
    };
    for (const { senses } of weighed.candidates) {
      for (const { reason, rule } of senses) {
        if (!rule) continue;
        if (rule.unlessPage || (!reason && rule.page)) state.asksCues = true;
        if (!reason && rule.entries) state.asksEntries = true;
      }
    }
    this.#flows.set(flow, state);
    this.#undecided.add(flow);
    for (const cue of state.cues) this.#news.cues = this.#cues.add(cue, state) || this.#news.cues;
  }

  /** Forgets a flow and what it said; the next `settle` reconsiders what leaned on it. */
  remove(flow: Flow): void {
    const state = this.#flows.get(flow);
    if (!state) return;
    this.#flows.delete(flow);
    this.#undecided.delete(flow);
    for (const cue of state.cues) this.#news.cues = this.#cues.delete(cue, state) || this.#news.cues;
    this.#silence(state, state.witnesses);
  }

  /** Whether anything of the pack occurs in the flow; one without is not kept. */
  has(flow: Flow): boolean {
    return this.#flows.has(flow);
  }

  /** Mentions of a flow as of the last `settle`, sorted and disjoint. */
  mentionsOf(flow: Flow): readonly Mention[] {
    return this.#flows.get(flow)?.mentions ?? [];
  }

  /** Decides what is open. @returns those of the flows it has whose mentions are new or differ from before. */
  settle(): Set<Flow> {
    const due = this.#hearDue();
    const isWide = this.#hearRest(due);
    const changed = new Set<Flow>();
    for (const [flow, state] of isWide ? this.#flows : due) {
      if (isWide && !state.asksEntries && !due.has(flow)) continue;
      const before = state.mentions;
      state.mentions = choose(state.candidates, this.#knowledgeOf(state));
      const isNew = this.#undecided.has(flow);
      if (isNew || !isSame(before, state.mentions)) changed.add(flow);
    }
    this.#undecided.clear();
    Object.assign(this.#news, { cues: false, entries: false, loss: false });
    return changed;
  }

  /** Asks the flows that are new, or whose cues have changed, what they say of entries. */
  #hearDue(): Map<Flow, FlowState> {
    const due = new Map<Flow, FlowState>();
    for (const [flow, state] of this.#news.cues ? this.#flows : []) if (state.asksCues) due.set(flow, state);
    for (const flow of this.#undecided) {
      const state = this.#flows.get(flow);
      if (state) due.set(flow, state);
    }
    const { entries } = this.#finder.asked;
    for (const state of entries.size > 0 ? due.values() : []) {
      this.#silence(state, state.witnesses);
      const page = { ...this.#knowledgeOf(state), hasEntry: () => false };
      state.witnesses = witnessesOf(state.candidates, page).filter((witness) => entries.has(witness.entry));
      for (const witness of state.witnesses) if (witness.needs.length === 0) this.#hear(state, witness);
    }
    return due;
  }

  /**
   * Hears witnesses that need others until no more can be heard. Where something was lost, those heard before start
   * over: two that had only each other left must not hold each other up.
   * @returns whether flows besides the due ones may be affected.
   */
  #hearRest(due: ReadonlyMap<Flow, FlowState>): boolean {
    const open = () => [...this.#flows.values()].filter((state) => state.asksEntries);
    let isWide = this.#news.loss;
    if (isWide) for (const state of open()) this.#silence(state, state.witnesses.filter(isDependent));
    let scope = isWide ? open() : [...due.values()].filter((state) => state.asksEntries);
    for (;;) {
      if (this.#news.entries && !isWide) {
        isWide = true;
        scope = open();
      }
      this.#news.entries = false;
      const heard = scope.map((state) => this.#hearNewly(state));
      if (!heard.includes(true)) return isWide;
    }
  }

  /** @returns whether another witness of the flow could be heard. */
  #hearNewly(state: FlowState): boolean {
    const page = this.#knowledgeOf(state);
    const ready = state.witnesses.filter(
      (witness) =>
        !state.heard.get(witness.entry)?.has(witness) && witness.needs.some((entry) => page.hasEntry(entry, witness)),
    );
    for (const witness of ready) this.#hear(state, witness);
    return ready.length > 0;
  }

  #hear(state: FlowState, witness: Witness): void {
    const heard = state.heard.get(witness.entry);
    if (heard) heard.add(witness);
    else {
      state.heard.set(witness.entry, new Set([witness]));
      this.#news.entries = this.#entries.add(witness.entry, state) || this.#news.entries;
    }
  }

  #silence(state: FlowState, witnesses: readonly Witness[]): void {
    for (const witness of witnesses) {
      const heard = state.heard.get(witness.entry);
      if (!heard?.delete(witness) || heard.size > 0) continue;
      state.heard.delete(witness.entry);
      this.#news.loss = this.#entries.delete(witness.entry, state) || this.#news.loss;
    }
  }

  #knowledgeOf(state: FlowState): PageKnowledge {
    return {
      hasCue: (cue) => this.#cues.isElsewhere(cue, state),
      hasEntry: (entry, span) =>
        this.#entries.isElsewhere(entry, state) || hasApart(state.heard.get(entry) ?? [], span),
      cueText: (cue) => this.#finder.textOf(cue),
    };
  }
}

function isSame(before: readonly Mention[], after: readonly Mention[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((mention, i) => {
    const { start, end, senses } = after[i] ?? mention;
    if (mention.start !== start || mention.end !== end) return false;
    // Few senses, and few of them beside the first: written down they compare as they are.
    return JSON.stringify(mention.senses) === JSON.stringify(senses);
  });
}

function isDependent(witness: Witness): boolean {
  return witness.needs.length > 0;
}

/** Few can overlap a span, so that few are looked at. */
function hasApart(spans: Iterable<Span>, span: Span): boolean {
  for (const other of spans) if (other.end <= span.start || span.end <= other.start) return true;
  return false;
}
