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
  /** Rejected if one of these directly follows, without a quotation mark between: the rest of a word that begins in the form. */
  restsAfter?: string[];
  /** Rejected if one of these directly precedes, without a quotation mark between: the rest of a word that ends in the form. */
  restsBefore?: string[];
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
  /** The settings in which the form needs no further evidence: indexes of `FinderData.settings`. All must hold. */
  settings?: number[];
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
  /** A form in Traditional letters is in another setting, unless its page says that it is in Simplified Chinese. */
  simplified?: true;
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
