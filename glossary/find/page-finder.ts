/**
 * Owns the mentions of one page: text runs come and go, and what one text run says may decide a form in another.
 * Knows no DOM: a text run is any object, its text is given once. The outcome depends only on the text runs there are, not on
 * the order in which they came.
 */

import type { Mention, PatternIndex } from '../pack/finder-data';
import { choose, isSame } from './choose';
import type { Finder } from './finder';
import { Hearing, type Speaker } from './hearing';
import { Presence } from './presence';
import { mayContain } from './scan';
import { finish, STEP_PIECES, StepBudget } from './step-budget';
import { type Weighed, weigh } from './weigh';

const isAny = () => true;

/** One for all text runs: most have nothing of a kind, and there may be tens of thousands. */
const NONE: readonly never[] = [];

interface RunState extends Speaker {
  mentions: readonly Mention[];
}

/** A settling under way: what is given back to the page if it is left before its end. */
interface Round<Run> {
  /** Text runs taken in since the last one. */
  fresh: ReadonlySet<Run>;
  /** Whether cues came or went since the last one. */
  hasNewCues: boolean;
  /** Text runs whose mentions are new or different. */
  changed: Set<Run>;
  budget: StepBudget;
}

/** Finds mentions text run by text run. `settle` reports what changed; nothing else has effects outside. */
export class PageFinder<Run extends object> {
  readonly #finder: Finder;
  readonly #runs = new Map<Run, RunState>();
  #undecided = new Set<Run>();
  readonly #cues = new Presence<PatternIndex, RunState>();
  #hasNewCues = false;
  readonly #hearing: Hearing;
  #settling: Generator<void, Set<Run>> | null = null;
  readonly #stepPieces: number;

  /** @param stepPieces work in one step of `adding` and `settling` (`step-budget.ts`). */
  constructor(finder: Finder, stepPieces = STEP_PIECES) {
    this.#finder = finder;
    this.#stepPieces = stepPieces;
    this.#hearing = new Hearing({
      askedEntries: finder.asked.entries,
      hasCue: (cue, besides) => this.#cues.isElsewhere(cue, besides as RunState), // All speakers are ours.
      cueText: (cue) => finder.textOf(cue),
      speakers: () => this.#runs.values(),
    });
  }

  /** Whether anything of the pack stands in a text. One where nothing does need not be taken in. Linear in the text. */
  occursIn(text: string): boolean {
    return mayContain(this.#finder.tables, text, isAny);
  }

  /** Takes in a text run. Its mentions are known after the next `settle`. Linear in the text. */
  add(run: Run, text: string): void {
    finish(this.adding(run, text));
  }

  /**
   * As `add`, for texts of any length: yields every millisecond or so, for as long as there is more to do. From its
   * first step on what was known of the text run is gone, and until its last the text run is not there.
   */
  *adding(run: Run, text: string): Generator<void, void> {
    this.remove(run);
    const weighed = yield* weigh(this.#finder, text, new StepBudget(this.#stepPieces));
    if (weighed) this.#take(run, weighed);
  }

  #take(run: Run, weighed: Weighed): void {
    this.remove(run);
    const state: RunState = { ...weighed, isGone: false, mentions: NONE, witnesses: NONE, heard: null };
    this.#runs.set(run, state);
    this.#undecided.add(run);
    for (const cue of state.cues) this.#hasNewCues = this.#cues.add(cue, state) || this.#hasNewCues;
  }

  /** Forgets a text run and what it said; the next `settle` reconsiders what leaned on it. */
  remove(run: Run): void {
    const state = this.#runs.get(run);
    if (!state) return;
    state.isGone = true;
    this.#runs.delete(run);
    this.#undecided.delete(run);
    for (const cue of state.cues) this.#hasNewCues = this.#cues.delete(cue, state) || this.#hasNewCues;
    this.#hearing.silence(state);
  }

  /** Whether anything of the pack occurs in the text run; one without is not kept. */
  has(run: Run): boolean {
    return this.#runs.has(run);
  }

  /** Mentions of a text run as of the last `settle`, sorted and disjoint. */
  mentionsOf(run: Run): readonly Mention[] {
    return this.#runs.get(run)?.mentions ?? [];
  }

  /** Decides what is open. @returns those of the text runs it has whose mentions are new or differ from before. */
  settle(): Set<Run> {
    return finish(this.settling());
  }

  /**
   * As `settle`, for pages of any size: yields every millisecond or so, for as long as there is more to do. Text runs may
   * come and go meanwhile: what that changes is decided by the next one. Until its end a text run has its old mentions or
   * its new ones. If it is left before its end, or another begins, nothing is lost: the next one does it all.
   */
  settling(): Generator<void, Set<Run>> {
    this.#settling?.return(new Set());
    this.#settling = this.#settleInSteps();
    return this.#settling;
  }

  *#settleInSteps(): Generator<void, Set<Run>> {
    const [fresh, hasNewCues] = [this.#undecided, this.#hasNewCues];
    const round = { fresh, hasNewCues, changed: new Set<Run>(), budget: new StepBudget(this.#stepPieces) };
    this.#undecided = new Set();
    this.#hasNewCues = false;
    let isDone = false;
    try {
      const due = yield* this.#dueIn(round);
      const isWide = yield* this.#hearing.round(due.values(), round.budget);
      for (const [run, state] of isWide ? [...this.#runs] : due) {
        if (due.has(run) || state.asksEntries) yield* this.#decide(run, state, round);
      }
      isDone = true;
      return round.changed;
    } finally {
      if (!isDone) this.#takeBack(round);
    }
  }

  /** The text runs that are new, and those that ask for cues where these have changed. */
  *#dueIn({ fresh, hasNewCues, budget }: Round<Run>): Generator<void, Map<Run, RunState>> {
    const due = new Map<Run, RunState>();
    for (const [run, state] of hasNewCues ? this.#runs : []) {
      if (budget.spend()) yield;
      if (state.asksCues) due.set(run, state);
    }
    for (const run of fresh) {
      if (budget.spend()) yield;
      const state = this.#runs.get(run);
      if (state) due.set(run, state);
    }
    return due;
  }

  *#decide(run: Run, state: RunState, { fresh, changed, budget }: Round<Run>): Generator<void, void> {
    if (budget.spend()) yield;
    if (state.isGone) return;
    const how = { budget, leadingFrom: this.#finder.leadingFrom };
    const mentions = yield* choose(state.candidates, this.#hearing.knowledgeOf(state), how);
    const isChanged = fresh.has(run) || !(yield* isSame(state.mentions, mentions, budget));
    if (state.isGone) return;
    state.mentions = mentions;
    if (isChanged) changed.add(run);
  }

  #takeBack({ fresh, changed }: Round<Run>): void {
    for (const runs of [fresh, changed]) for (const run of runs) if (this.#runs.has(run)) this.#undecided.add(run);
    this.#hasNewCues = true;
    this.#hearing.forgetRound();
  }
}
