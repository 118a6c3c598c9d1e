/**
 * Owns what is heard of entries on a page: the witnesses of each flow that count, those that need others among them.
 * Flows may come and go between two steps: what that changes is news for the next time.
 */

import type { EntryIndex, PatternIndex } from '../pack/finder-data';
import type { Span } from './boundaries';
import type { PageKnowledge } from './choose';
import type { Pace } from './pace';
import { Presence } from './presence';
import type { Weighed } from './weigh';
import { type Witness, witnessesOf } from './witnesses';

/** A flow as the page knows it. */
export interface Speaker extends Weighed {
  /** Whether it left the page, or was taken in again. */
  isGone: boolean;
  witnesses: readonly Witness[];
  /** Witnesses whose needs, if any, are met, by entry; null where there are none, as of most flows. */
  heard: Map<EntryIndex, Set<Witness>> | null;
}

/** What there is of cues and of texts. */
export interface Surroundings {
  /** Entries that some rule wants to know of. */
  askedEntries: ReadonlySet<EntryIndex>;
  hasCue(cue: PatternIndex, besides: Speaker): boolean;
  cueText(cue: PatternIndex): string;
  /** The flows there are. */
  speakers(): Iterable<Speaker>;
}

export class Hearing {
  readonly #around: Surroundings;
  readonly #entries = new Presence<EntryIndex, Speaker>();
  /** Since the last round began: entries came, entries went. */
  #news = { entries: false, loss: false };

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Forgets what the flow said. */
  silence(speaker: Speaker, witnesses: readonly Witness[] = speaker.witnesses): void {
    for (const witness of witnesses) {
      const heard = speaker.heard?.get(witness.entry);
      if (!heard?.delete(witness) || heard.size > 0) continue;
      speaker.heard?.delete(witness.entry);
      this.#news.loss = this.#entries.delete(witness.entry, speaker) || this.#news.loss;
    }
  }

  /**
   * Asks the flows that are due what they say of entries, then hears witnesses that need others until no more can be
   * heard. Where something was lost, those heard before start over: two that had only each other left must not hold
   * each other up.
   * @returns whether flows besides the due ones may be affected.
   */
  *round(due: Iterable<Speaker>, pace: Pace): Generator<void, boolean> {
    const asked = [...due];
    for (const speaker of this.#around.askedEntries.size > 0 ? asked : []) yield* this.#ask(speaker, pace);
    let isWide = this.#news.loss;
    if (isWide) for (const speaker of this.#open()) this.silence(speaker, speaker.witnesses.filter(isDependent));
    // What was silenced just now is heard again below, or was lost before.
    this.#news.loss = false;
    let scope = isWide ? this.#open() : asked.filter(({ asksEntries }) => asksEntries);
    for (;;) {
      if (this.#news.entries && !isWide) {
        isWide = true;
        scope = this.#open();
      }
      this.#news.entries = false;
      let isMore = false;
      for (const speaker of scope) isMore = (yield* this.#hearNewly(speaker, pace)) || isMore;
      if (!isMore) return isWide;
    }
  }

  /** The next round looks at everything: the last one was left before its end. */
  forgetRound(): void {
    this.#news = { entries: true, loss: true };
  }

  /** What a flow may know of the rest of the page. */
  knowledgeOf(speaker: Speaker): PageKnowledge {
    return {
      hasCue: (cue) => this.#around.hasCue(cue, speaker),
      hasEntry: (entry, span) =>
        this.#entries.isElsewhere(entry, speaker) || hasApart(speaker.heard?.get(entry) ?? [], span),
      cueText: (cue) => this.#around.cueText(cue),
    };
  }

  #open(): Speaker[] {
    return [...this.#around.speakers()].filter(({ asksEntries }) => asksEntries);
  }

  *#ask(speaker: Speaker, pace: Pace): Generator<void, void> {
    const { askedEntries: entries } = this.#around;
    let witnesses: Witness[] = [];
    if (pace.isDue()) yield;
    // Most flows say nothing that anybody wants to know.
    if (speaker.candidates.some(({ senses }) => senses.some(({ entry }) => entries.has(entry)))) {
      const page = { ...this.knowledgeOf(speaker), hasEntry: () => false };
      witnesses = yield* witnessesOf(speaker.candidates, { entries, page, pace });
    }
    if (speaker.isGone) return;
    this.silence(speaker);
    speaker.witnesses = witnesses;
    for (const witness of witnesses) if (!isDependent(witness)) this.#hear(speaker, witness);
  }

  /** @returns whether another witness of the flow could be heard. */
  *#hearNewly(speaker: Speaker, pace: Pace): Generator<void, boolean> {
    const page = this.knowledgeOf(speaker);
    const ready: Witness[] = [];
    for (const witness of speaker.witnesses) {
      if (pace.isDue()) yield;
      if (speaker.heard?.get(witness.entry)?.has(witness)) continue;
      if (witness.needs.some((entry) => page.hasEntry(entry, witness))) ready.push(witness);
    }
    if (speaker.isGone) return false;
    for (const witness of ready) this.#hear(speaker, witness);
    return ready.length > 0;
  }

  #hear(speaker: Speaker, witness: Witness): void {
    speaker.heard ??= new Map();
    const heard = speaker.heard.get(witness.entry);
    if (heard) heard.add(witness);
    else {
      speaker.heard.set(witness.entry, new Set([witness]));
      this.#news.entries = this.#entries.add(witness.entry, speaker) || this.#news.entries;
    }
  }
}

function isDependent(witness: Witness): boolean {
  return witness.needs.length > 0;
}

/** Few can overlap a span, so that few are looked at. */
function hasApart(spans: Iterable<Span>, span: Span): boolean {
  for (const other of spans) if (other.end <= span.start || span.end <= other.start) return true;
  return false;
}
