/**
 * Finds the mentions of one page. Text runs are added and removed, and the text of one may decide a form in another. The
 * result depends on the current runs, not on their order. A run is any object with a text; the module knows no DOM.
 */
import type { Mention, PatternIndex } from '../pack/finder-data';
import { finish, STEP_PIECES, StepBudget } from '../pack/step-budget';
import { findCandidates, type RunCandidates } from './candidates';
import { areSameMentions, chooseMentions } from './choose';
import { EntryResolver, Holders, type RunEvidence } from './entry-resolver';
import type { Finder } from './finder';
import { NO_CONTEXT } from './run-context';
import { mayContain } from './scan';
import { type SiteSettings, settingsOfSite } from './setting';

const isAny = () => true;

/** Shared by all runs: most have nothing of a kind, and there may be tens of thousands. */
const NONE: readonly never[] = [];

interface RunState extends RunEvidence {
  mentions: readonly Mention[];
}

/** A settling in progress, with the state to restore if it is abandoned. */
interface Round<Run> {
  /** Runs added since the last round. */
  fresh: ReadonlySet<Run>;
  /** Whether cues were added or removed since the last round. */
  hasNewCues: boolean;
  /** Runs whose mentions are new or different. */
  changed: Set<Run>;
  budget: StepBudget;
}

/** How a page is searched. */
export interface PageFinderOptions {
  /** Work in one step of `adding` and `settling` (`step-budget.ts`). */
  stepPieces?: number;
  /** The name of the site or organisation whose page it is, as its title gives it: a cue for the setting. */
  siteName?: string;
}

/** The mentions of a page, by text run. A run that has neither a candidate nor a cue for the whole page is not kept. */
export class PageFinder<Run extends object> {
  readonly #finder: Finder;
  readonly #runs = new Map<Run, RunState>();
  #undecided = new Set<Run>();
  readonly #cues = new Holders<PatternIndex>();
  #hasNewCues = false;
  readonly #resolver: EntryResolver;
  #settling: Generator<void, Set<Run>> | null = null;
  readonly #stepPieces: number;
  readonly #site: SiteSettings;

  constructor(finder: Finder, { stepPieces = STEP_PIECES, siteName = '' }: PageFinderOptions = {}) {
    this.#finder = finder;
    this.#site = settingsOfSite(finder, siteName);
    this.#stepPieces = stepPieces;
    this.#resolver = new EntryResolver({
      askedEntries: finder.asked.entries,
      hasCue: (cue, besides) => this.#cues.isElsewhere(cue, besides),
      cueText: (cue) => finder.textOf(cue),
      runs: () => this.#runs.values(),
    });
  }

  /** Whether a form or a cue for the whole page occurs in a text; other texts need not be added. Linear in the text. */
  occursIn(text: string): boolean {
    const { tables, added } = this.#finder;
    return mayContain(tables, text, this.#matters) || added.some((pack) => mayContain(pack.tables, text, isAny));
  }

  /** Whether a pattern of the finder's own tables may matter to a page by itself: not a cue for what is near it, nor an exclusion. */
  readonly #matters = (pattern: PatternIndex): boolean =>
    this.#finder.asked.cues.has(pattern) || this.#finder.senses.of(pattern).length > 0;

  /** Adds a run, or replaces its text. Its mentions are known after the next `settle`. Linear in the text. */
  add(run: Run, text: string, context = NO_CONTEXT): void {
    finish(this.adding(run, text, context));
  }

  /**
   * As `add`, in steps of about a millisecond, for texts of any length. The first step forgets the run; it is there again
   * after the last one.
   */
  *adding(run: Run, text: string, context = NO_CONTEXT): Generator<void, void> {
    this.remove(run);
    const found = yield* findCandidates(
      this.#finder,
      { text, context, site: this.#site },
      new StepBudget(this.#stepPieces),
    );
    if (found && (found.cues.length > 0 || found.candidates.some(({ senses }) => senses.length > 0)))
      this.#keep(run, found);
  }

  #keep(run: Run, found: RunCandidates): void {
    this.remove(run);
    const state: RunState = { ...found, isGone: false, mentions: NONE, evidence: NONE, accepted: null };
    this.#runs.set(run, state);
    this.#undecided.add(run);
    for (const cue of state.cues) if (this.#cues.add(cue, state)) this.#hasNewCues = true;
  }

  /** Removes a run and its evidence; the next `settle` updates the runs that depended on it. */
  remove(run: Run): void {
    const state = this.#runs.get(run);
    if (!state) return;
    state.isGone = true;
    this.#runs.delete(run);
    this.#undecided.delete(run);
    for (const cue of state.cues) if (this.#cues.delete(cue, state)) this.#hasNewCues = true;
    this.#resolver.retract(state);
  }

  /** Whether any pattern occurs in the run; a run without is not kept. */
  has(run: Run): boolean {
    return this.#runs.has(run);
  }

  /** Mentions of a run as of the last `settle`, sorted and disjoint. */
  mentionsOf(run: Run): readonly Mention[] {
    return this.#runs.get(run)?.mentions ?? NONE;
  }

  /** Settles the page. @returns the kept runs whose mentions are new or changed. */
  settle(): Set<Run> {
    return finish(this.settling());
  }

  /**
   * As `settle`, in steps of about a millisecond, for pages of any size. Runs may come and go between steps: the next
   * settling takes that into account. Until the end a run has its old mentions or its new ones. A settling that is
   * abandoned, or overtaken by another, loses nothing: the next one does all of it.
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
      const isWide = yield* this.#resolver.resolve(due.values(), round.budget);
      for (const [run, state] of isWide ? [...this.#runs] : due) {
        if (due.has(run) || state.asksEntries) yield* this.#decide(run, state, round);
      }
      isDone = true;
      // Runs that ask for nothing are not decided again: their candidates would take more memory than their mentions.
      for (const state of due.values()) if (!state.asksCues && !state.asksEntries) state.candidates = NONE;
      return round.changed;
    } finally {
      if (!isDone) this.#restore(round);
    }
  }

  /** The fresh runs, and those that ask for cues if cues changed. */
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
    const mentions = yield* chooseMentions(state.candidates, this.#resolver.knowledgeOf(state), budget);
    const isChanged = fresh.has(run) || !(yield* areSameMentions(state.mentions, mentions, budget));
    if (state.isGone) return;
    state.mentions = mentions;
    if (isChanged) changed.add(run);
  }

  #restore({ fresh, changed }: Round<Run>): void {
    for (const run of [...fresh, ...changed]) if (this.#runs.has(run)) this.#undecided.add(run);
    this.#hasNewCues = true;
    this.#resolver.restart();
  }
}
