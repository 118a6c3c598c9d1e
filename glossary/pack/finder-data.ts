/**
 * Data of finder and prefilter, compiled by `compile-finder.ts` and its neighbours: JSON without code.
 */

/**
 * Index of an entry: the number of its pack's segment times `SEGMENT_SIZE`, plus its place in the pack. Valid only for
 * the revision of that pack.
 */
export type EntryIndex = number;

/** Entry indexes of one pack; more terms than a pack may have. */
export const SEGMENT_SIZE = 1 << 17;
/** Largest number of segments: entry indexes stay below 2 ** 31. */
export const MAX_SEGMENTS = 1 << 13;

/** The segment of an entry index; 0 is that of the bundled pack. */
export function segmentOf(entry: EntryIndex): number {
  return Math.floor(entry / SEGMENT_SIZE);
}

/** Order of senses if several packs have a form: lower ranks first, by segment, the bundled pack last. */
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
  /** Rejected if one of these folded strings directly follows. */
  notBefore?: string[];
  /** Rejected if one of these folded strings directly precedes. */
  notAfter?: string[];
  /** A word of the text that crosses the form's end is ignored where one of these folded strings follows. */
  standsBefore?: string[];
  /** The same for the form's start, where one of these precedes. */
  standsAfter?: string[];
  /** Accepted if one of these cues is within `NEAR_UNITS` in the same text run. */
  near?: PatternIndex[];
  /** Accepted if one of these cues is anywhere on the page. */
  page?: PatternIndex[];
  /** Accepted if one of these entries is mentioned elsewhere on the page. */
  entries?: EntryIndex[];
  /** Accepted directly between quotation marks, or alone: as a whole link, heading, cell or item. */
  orQuoted?: true;
  /** The setting in which the form needs no further evidence: an index of `FinderData.settings`. */
  setting?: number;
  /** Accepted inside a longer word of the dictionary as well (`word-edges.ts`). */
  inside?: true;
  /** Rejected if one of these cues is near. */
  unlessNear?: PatternIndex[];
  /** Rejected if one of these cues is on the page. */
  unlessPage?: PatternIndex[];
}

/** A setting in which forms mean their entries: cues that speak for it, and cues that speak for another. */
export interface Setting {
  home: PatternIndex[];
  away: PatternIndex[];
}

/** Patterns, their senses and rules. */
export interface FinderData {
  /** By segment, the revision of the pack that was compiled; '' for a segment without entries. */
  revisions: readonly string[];
  /** Folded patterns by index, joined by line feeds. */
  patterns: string;
  /** Spellings of the patterns' letters, as pairs: the letter in a page, then the folded letter. */
  variants: string;
  /** Triples: pattern, entry, rule (an index of `rules`, or -1: always). Ordered by pattern; the likelier sense first. */
  senses: number[];
  rules: Rule[];
  /** Patterns of exclusions. */
  exclusions: PatternIndex[];
  /** Absent if no rule has one. */
  settings?: Setting[];
}

/** The prefilter: matches every text that contains a form, and few others. */
export interface PrefilterData {
  /**
   * Folded letter sequences, joined by line feeds: each form contains at least one. Literals in capitals match capitals only:
   * CAST, but not the end of “broadcast”.
   */
  literals: string;
  /** Spellings of those letters, as pairs: the letter in a page, then the folded letter. */
  variants: string;
}

/** Largest distance of a near cue, in UTF-16 units between cue and form. */
export const NEAR_UNITS = 80;

/**
 * Why a candidate was accepted. Cues are folded; `wording` is a near cue that contains the form; `alone` means that the
 * form is the whole text of a link, heading, cell or item.
 */
export type Reason =
  | { kind: 'form' }
  | { kind: 'quoted' }
  | { kind: 'alone' }
  | { kind: 'near'; cue: string }
  | { kind: 'wording'; cue: string }
  | { kind: 'page'; cue: string }
  | { kind: 'entry'; entry: EntryIndex };

/** A possible meaning of a mention. */
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
