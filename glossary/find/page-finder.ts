/**
 * Owns the mentions of one page: flows come and go, and what one flow says may decide a form in another.
 * Knows no DOM: a flow is any object, its text is given once. The outcome depends only on the flows there are, not on
 * the order in which they came.
 */

import type { Mention, PatternIndex } from '../pack/finder-data';
import { choose, isSame } from './choose';
import type { Finder } from './finder';
import { Hearing, type Speaker } from './hearing';
import { finish, Pace, STEP_PIECES } from './pace';
import { Presence } from './presence';
import { mayContain } from './scan';
import { type Weighed, weigh } from './weigh';

const isAny = () => true;

/** One for all flows: most have nothing of a kind, and there may be tens of thousands. */
const NONE: readonly never[] = [];

interface FlowState extends Speaker {
  mentions: readonly Mention[];
}

/** A settling under way: what is given back to the page if it is left before its end. */
interface Round<Flow> {
  /** Flows taken in since the last one. */
  fresh: ReadonlySet<Flow>;
  /** Whether cues came or went since the last one. */
  hasNewCues: boolean;
  /** Flows whose mentions are new or different. */
  changed: Set<Flow>;
  pace: Pace;
}

/** Finds mentions flow by flow. `settle` reports what changed; nothing else has effects outside. */
export class PageFinder<Flow extends object> {
  readonly #finder: Finder;
  readonly #flows = new Map<Flow, FlowState>();
  #undecided = new Set<Flow>();
  readonly #cues = new Presence<PatternIndex, FlowState>();
  #hasNewCues = false;
  readonly #hearing: Hearing;
  #settling: Generator<void, Set<Flow>> | null = null;
  readonly #stepPieces: number;

  /** @param stepPieces work in one step of `adding` and `settling` (`pace.ts`). */
  constructor(finder: Finder, stepPieces = STEP_PIECES) {
    this.#finder = finder;
    this.#stepPieces = stepPieces;
    this.#hearing = new Hearing({
      askedEntries: finder.asked.entries,
      hasCue: (cue, besides) => this.#cues.isElsewhere(cue, besides as FlowState), // All speakers are ours.
      cueText: (cue) => finder.textOf(cue),
      speakers: () => this.#flows.values(),
    });
  }

  /** Whether anything of the pack stands in a text. One where nothing does need not be taken in. Linear in the text. */
  occursIn(text: string): boolean {
    return mayContain(this.#finder.tables, text, isAny);
  }

  /** Takes in a flow. Its mentions are known after the next `settle`. Linear in the text. */
  add(flow: Flow, text: string): void {
    finish(this.adding(flow, text));
  }

  /**
   * As `add`, for texts of any length: yields every millisecond or so, for as long as there is more to do. From its
   * first step on what was known of the flow is gone, and until its last the flow is not there.
   */
  *adding(flow: Flow, text: string): Generator<void, void> {
    this.remove(flow);
    const weighed = yield* weigh(this.#finder, text, new Pace(this.#stepPieces));
    if (weighed) this.#take(flow, weighed);
  }

  #take(flow: Flow, weighed: Weighed): void {
    this.remove(flow);
    const state: FlowState = { ...weighed, isGone: false, mentions: NONE, witnesses: NONE, heard: null };
    this.#flows.set(flow, state);
    this.#undecided.add(flow);
    for (const cue of state.cues) this.#hasNewCues = this.#cues.add(cue, state) || this.#hasNewCues;
  }

  /** Forgets a flow and what it said; the next `settle` reconsiders what leaned on it. */
  remove(flow: Flow): void {
    const state = this.#flows.get(flow);
    if (!state) return;
    state.isGone = true;
    this.#flows.delete(flow);
    this.#undecided.delete(flow);
    for (const cue of state.cues) this.#hasNewCues = this.#cues.delete(cue, state) || this.#hasNewCues;
    this.#hearing.silence(state);
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
    return finish(this.settling());
  }

  /**
   * As `settle`, for pages of any size: yields every millisecond or so, for as long as there is more to do. Flows may
   * come and go meanwhile: what that changes is decided by the next one. Until its end a flow has its old mentions or
   * its new ones. If it is left before its end, or another begins, nothing is lost: the next one does it all.
   */
  settling(): Generator<void, Set<Flow>> {
    this.#settling?.return(new Set());
    this.#settling = this.#settleInSteps();
    return this.#settling;
  }

  *#settleInSteps(): Generator<void, Set<Flow>> {
    const [fresh, hasNewCues] = [this.#undecided, this.#hasNewCues];
    const round = { fresh, hasNewCues, changed: new Set<Flow>(), pace: new Pace(this.#stepPieces) };
    this.#undecided = new Set();
    this.#hasNewCues = false;
    let isDone = false;
    try {
      const due = yield* this.#dueIn(round);
      const isWide = yield* this.#hearing.round(due.values(), round.pace);
      for (const [flow, state] of isWide ? [...this.#flows] : due) {
        if (due.has(flow) || state.asksEntries) yield* this.#decide(flow, state, round);
      }
      isDone = true;
      return round.changed;
    } finally {
      if (!isDone) this.#takeBack(round);
    }
  }

  /** The flows that are new, and those that ask for cues where these have changed. */
  *#dueIn({ fresh, hasNewCues, pace }: Round<Flow>): Generator<void, Map<Flow, FlowState>> {
    const due = new Map<Flow, FlowState>();
    for (const [flow, state] of hasNewCues ? this.#flows : []) {
      if (pace.isDue()) yield;
      if (state.asksCues) due.set(flow, state);
    }
    for (const flow of fresh) {
      if (pace.isDue()) yield;
      const state = this.#flows.get(flow);
      if (state) due.set(flow, state);
    }
    return due;
  }

  *#decide(flow: Flow, state: FlowState, { fresh, changed, pace }: Round<Flow>): Generator<void, void> {
    if (pace.isDue()) yield;
    if (state.isGone) return;
    const mentions = yield* choose(state.candidates, this.#hearing.knowledgeOf(state), pace);
    const isChanged = fresh.has(flow) || !(yield* isSame(state.mentions, mentions, pace));
    if (state.isGone) return;
    state.mentions = mentions;
    if (isChanged) changed.add(flow);
  }

  #takeBack({ fresh, changed }: Round<Flow>): void {
    for (const flows of [fresh, changed])
      for (const flow of flows) if (this.#flows.has(flow)) this.#undecided.add(flow);
    this.#hasNewCues = true;
    this.#hearing.forgetRound();
  }
}
