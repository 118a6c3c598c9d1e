/**
 * What the finder is given: patterns and the rules of their senses, as `compile-finder.ts` writes them; and the runs of
 * the prefilter. Plain JSON, no code.
 */

/**
 * Index of an entry: the number of its pack's segment times `SEGMENT_SIZE`, plus its place in the pack. Valid only for
 * the revision of that pack.
 */
export type EntryIndex = number;

/** Entry indexes of one pack; more terms than a pack may have. */
export const SEGMENT_SIZE = 1 << 17;
/** Segments at most: entry indexes stay below 2 ** 31. */
export const MAX_SEGMENTS = 1 << 13;

/** The number of the segment an entry index lies in: 0 is that of the bundled pack. */
export function segmentOf(entry: EntryIndex): number {
  return Math.floor(entry / SEGMENT_SIZE);
}

/** The pack with the lower rank leads where several have a form: packs in the order of segments, the bundled one last. */
export function packRank(entry: EntryIndex): number {
  return segmentOf(entry) || Number.POSITIVE_INFINITY;
}

/** Index of a pattern in `FinderData.patterns`. Cues are patterns too. */
export type PatternIndex = number;

/** Whether both lists of revisions, by segment, have the same one for the pack of an entry. */
export function isSameRevision(one: readonly string[], other: readonly string[], index: EntryIndex): boolean {
  const revision = one[segmentOf(index)];
  return revision !== undefined && revision !== '' && revision === other[segmentOf(index)];
}

/** When a form counts as a mention of its entry. Lists are alternatives: one that holds is enough. */
export interface Rule {
  /** The only spelling accepted, width folded: `CAST`, not `cast`. */
  exact?: string;
  /** Only directly between quotation marks. */
  quoted?: true;
  /** Refused when one of these folded strings directly follows. */
  notBefore?: string[];
  /** Refused when one of these folded strings directly precedes. */
  notAfter?: string[];
  /** Accepted when one of these cues stands within `NEAR_UNITS` of it in the same text run. */
  near?: PatternIndex[];
  /** Accepted when one of these cues stands anywhere on the page. */
  page?: PatternIndex[];
  /** Accepted when one of these entries is mentioned elsewhere on the page. */
  entries?: EntryIndex[];
  /** Accepted when it stands directly between quotation marks. */
  orQuoted?: true;
  /** Refused when one of these cues is near. */
  unlessNear?: PatternIndex[];
  /** Refused when one of these cues is on the page. */
  unlessPage?: PatternIndex[];
}

export interface FinderData {
  /** By segment, the revision of the pack that was compiled; '' for a segment without entries. */
  revisions: readonly string[];
  /** Folded patterns, line feed between them, in the order their indexes refer to. */
  patterns: string;
  /** Spellings of the patterns' letters, as pairs: the letter in a page, then the folded letter. */
  variants: string;
  /** Triples: pattern, entry, rule (an index of `rules`, or -1: always). Ordered by pattern; the likelier sense first. */
  senses: number[];
  rules: Rule[];
  /** Patterns that are longer, different things: found so that a form inside them is not. */
  exclusions: PatternIndex[];
}

/**
 * The small test that every page carries: holds for every text with a form in it, and for few others. Lists are strings with
 * spaces between, because they are part of a script and of its size.
 */
export interface PrefilterData {
  /** Folded letters in a row: each form contains at least one, or has a guard. */
  literals: string;
  /** Forms without a literal. Absent: none. */
  guards?: readonly Guard[];
  /** The other spellings of each of `prefilterLetters`. */
  spellings: string;
}

/**
 * When a form that is everyday letters may be a mention: the form; words that directly hold it and refuse it; letters of cues,
 * of which one stands within `GUARD_UNITS` of the form (null: none is needed), or on the page. All are folded.
 */
export type Guard = readonly [form: string, except: string, near: string | null, page: string];

/** The distinct letters of literals and guards, in the order in which they come. */
export function prefilterLetters({ literals, guards = [] }: Omit<PrefilterData, 'spellings'>): string[] {
  return [...new Set((literals + guards.flat().join('')).replaceAll(' ', '').split(''))];
}

/** How far letters of a cue may stand from a guarded form: `NEAR_UNITS` and the rest of the cue. Skipped units do not count. */
export const GUARD_UNITS = 112;

/** How far a cue may stand from a form to count as near, in UTF-16 units between them. */
export const NEAR_UNITS = 80;

/** Why a candidate was accepted. Cues are given as their folded text; `wording` is a cue nearby that holds the form. */
export type Reason =
  | { kind: 'form' }
  | { kind: 'quoted' }
  | { kind: 'near'; cue: string }
  | { kind: 'wording'; cue: string }
  | { kind: 'page'; cue: string }
  | { kind: 'entry'; entry: EntryIndex };

/** One thing a mention may stand for. */
export interface Sense {
  entry: EntryIndex;
  reason: Reason;
}

/** An accepted occurrence: half-open `[start, end)` in UTF-16 units of the text that was searched. */
export interface Mention {
  start: number;
  end: number;
  /** At least one; the likeliest first. */
  senses: [Sense, ...Sense[]];
}
