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
  /** A word of the text that crosses the form's end counts for nothing where one of these folded strings follows. */
  standsBefore?: string[];
  /** The same for the form's start, where one of these precedes. */
  standsAfter?: string[];
  /** Accepted when one of these cues stands within `NEAR_UNITS` of it in the same text run. */
  near?: PatternIndex[];
  /** Accepted when one of these cues stands anywhere on the page. */
  page?: PatternIndex[];
  /** Accepted when one of these entries is mentioned elsewhere on the page. */
  entries?: EntryIndex[];
  /** Accepted when it stands directly between quotation marks, or alone: as a whole link, heading, cell or item. */
  orQuoted?: true;
  /** Where the form means the entry without further evidence: an index of `FinderData.settings`. */
  setting?: number;
  /** Refused when one of these cues is near. */
  unlessNear?: PatternIndex[];
  /** Refused when one of these cues is on the page. */
  unlessPage?: PatternIndex[];
}

/** A setting in which forms mean their entries: cues that speak for it, and cues that speak for another. */
export interface Setting {
  home: PatternIndex[];
  away: PatternIndex[];
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
  /** Absent if no rule has one. */
  settings?: Setting[];
}

/** The small test that every page carries: holds for every text with a form in it, and for few others. */
export interface PrefilterData {
  /**
   * Folded letters in a row, line feed between: each form contains at least one. A literal in capitals stands for forms
   * that are never written small: CAST, but not the end of “broadcast”.
   */
  literals: string;
  /** Spellings of those letters, as pairs: the letter in a page, then the folded letter. */
  variants: string;
}

/** How far a cue may stand from a form to count as near, in UTF-16 units between them. */
export const NEAR_UNITS = 80;

/**
 * Why a candidate was accepted. Cues are given as their folded text; `wording` is a cue nearby that holds the form; `alone`
 * means that the form is all of a link, heading, cell or item.
 */
export type Reason =
  | { kind: 'form' }
  | { kind: 'quoted' }
  | { kind: 'alone' }
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
