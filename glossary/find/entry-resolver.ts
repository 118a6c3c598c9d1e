/**
 * Resolves which entries a page mentions: accepts the evidence of its text runs until nothing more can be accepted.
 *
 *   run 1: 科协          → 科协                           accepted at once
 *   run 2: 学会          → 学会, needs 科协               accepted, since run 1 mentions 科协
 *   run 3: 团体          → 团体, needs 学会               accepted in the next pass, since run 2 mentions 学会
 *
 * When run 1 is removed, all conditional evidence is retracted and the passes start over, because two runs must not
 * support only each other. Runs may be added and removed between two steps; the next round includes the change.
 */
import type { EntryIndex, PatternIndex } from '../pack/finder-data';
import type { StepBudget } from '../pack/step-budget';
import type { Span } from './boundaries';
import type { RunCandidates } from './candidates';
import type { PageKnowledge } from './choose';
import { collectEvidence, type EntryEvidence } from './entry-evidence';

/** A text run of the page, with its evidence. */
export interface RunEvidence extends RunCandidates {
  /** Whether the run left the page, or was replaced. */
  isGone: boolean;
  evidence: readonly EntryEvidence[];
  /** The evidence that counts, by entry; null if there is none, as in most runs. */
  accepted: Map<EntryIndex, Set<EntryEvidence>> | null;
}

/** The page as far as the resolver uses it. */
export interface ResolvedPage {
  /** Entries that some rule asks for. */
  askedEntries: ReadonlySet<EntryIndex>;
  /** Whether the cue occurs in another run. */
  hasCue(cue: PatternIndex, besides: RunEvidence): boolean;
  cueText(cue: PatternIndex): string;
  /** All text runs of the page. */
  runs(): Iterable<RunEvidence>;
}

/** Which runs have a key, and whether a key is found elsewhere than in a given run. */
export class Holders<Key> {
  readonly #runs = new Map<Key, Set<RunEvidence>>();

  /** @returns whether some run may now find the key elsewhere: with the first holder, and with the second. */
  add(key: Key, run: RunEvidence): boolean {
    const runs = this.#runs.get(key) ?? new Set();
    this.#runs.set(key, runs);
    const before = runs.size;
    return runs.add(run).size > before && runs.size <= 2;
  }

  /** @returns whether some run may no longer find the key elsewhere. */
  delete(key: Key, run: RunEvidence): boolean {
    const runs = this.#runs.get(key);
    if (!runs?.delete(run)) return false;
    if (runs.size === 0) this.#runs.delete(key);
    return runs.size < 2;
  }

  /** Whether a run other than `run` has the key. */
  isElsewhere(key: Key, run: RunEvidence): boolean {
    const runs = this.#runs.get(key);
    return runs !== undefined && (runs.size > 1 || !runs.has(run));
  }
}

/** The entry resolver of one page. */
export class EntryResolver {
  readonly #page: ResolvedPage;
  readonly #entries = new Holders<EntryIndex>();
  /** Whether runs may find entries elsewhere that they did not find when the last round began. */
  #hasGained = false;
  /** Whether entries were lost since then. */
  #hasLost = false;

  constructor(page: ResolvedPage) {
    this.#page = page;
  }

  /** Takes back the evidence of a run, all of it or some. */
  retract(run: RunEvidence, evidence: readonly EntryEvidence[] = run.evidence): void {
    for (const item of evidence) {
      const accepted = run.accepted?.get(item.entry);
      if (!accepted?.delete(item) || accepted.size > 0) continue;
      run.accepted?.delete(item.entry);
      if (this.#entries.delete(item.entry, run)) this.#hasLost = true;
    }
  }

  /**
   * Collects the evidence of the runs that are due, then accepts conditional evidence until a pass accepts none.
   * @returns whether other runs may be affected.
   */
  *resolve(due: Iterable<RunEvidence>, budget: StepBudget): Generator<void, boolean> {
    const renewed = [...due];
    for (const run of this.#page.askedEntries.size > 0 ? renewed : []) yield* this.#collect(run, budget);
    let isWide = this.#hasLost;
    if (isWide) for (const run of this.#askingRuns()) this.retract(run, run.evidence.filter(isConditional));
    // Evidence retracted just now is accepted again below, or its loss was noticed before.
    this.#hasLost = false;
    let scope = isWide ? this.#askingRuns() : renewed.filter(({ asksEntries }) => asksEntries);
    for (;;) {
      if (this.#hasGained && !isWide) {
        isWide = true;
        scope = this.#askingRuns();
      }
      this.#hasGained = false;
      let isMore = false;
      for (const run of scope) isMore = (yield* this.#acceptMore(run, budget)) || isMore;
      if (!isMore) return isWide;
    }
  }

  /** Has the next round consider everything: the last one was abandoned. */
  restart(): void {
    this.#hasGained = true;
    this.#hasLost = true;
  }

  /** The page as `run` sees it. */
  knowledgeOf(run: RunEvidence): PageKnowledge {
    return {
      hasCue: (cue) => this.#page.hasCue(cue, run),
      hasEntry: (entry, span) =>
        this.#entries.isElsewhere(entry, run) || hasApart(run.accepted?.get(entry) ?? [], span),
      cueText: (cue) => this.#page.cueText(cue),
    };
  }

  #askingRuns(): RunEvidence[] {
    return [...this.#page.runs()].filter(({ asksEntries }) => asksEntries);
  }

  *#collect(run: RunEvidence, budget: StepBudget): Generator<void, void> {
    const { askedEntries: entries } = this.#page;
    let evidence: EntryEvidence[] = [];
    if (budget.spend()) yield;
    // Most runs mention no entry that a rule asks for.
    if (run.candidates.some(({ senses }) => senses.some(({ entry }) => entries.has(entry)))) {
      const page = { ...this.knowledgeOf(run), hasEntry: () => false };
      evidence = yield* collectEvidence(run.candidates, { entries, page, budget });
    }
    if (run.isGone) return;
    this.retract(run);
    run.evidence = evidence;
    for (const item of evidence) if (!isConditional(item)) this.#accept(run, item);
  }

  /** @returns whether conditional evidence of the run could be accepted. */
  *#acceptMore(run: RunEvidence, budget: StepBudget): Generator<void, boolean> {
    const page = this.knowledgeOf(run);
    const ready: EntryEvidence[] = [];
    for (const item of run.evidence) {
      if (budget.spend()) yield;
      if (run.accepted?.get(item.entry)?.has(item)) continue;
      if (item.needs.some((entry) => page.hasEntry(entry, item))) ready.push(item);
    }
    if (run.isGone) return false;
    for (const item of ready) this.#accept(run, item);
    return ready.length > 0;
  }

  #accept(run: RunEvidence, item: EntryEvidence): void {
    run.accepted ??= new Map();
    const accepted = run.accepted.get(item.entry);
    if (accepted) accepted.add(item);
    else {
      run.accepted.set(item.entry, new Set([item]));
      if (this.#entries.add(item.entry, run)) this.#hasGained = true;
    }
  }
}

function isConditional({ needs }: EntryEvidence): boolean {
  return needs.length > 0;
}

/** Whether a span is disjoint from `span`. Few can overlap it, so that few are visited. */
function hasApart(spans: Iterable<Span>, span: Span): boolean {
  for (const other of spans) if (other.end <= span.start || span.end <= other.start) return true;
  return false;
}
