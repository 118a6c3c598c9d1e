/** Owns what sources of candidates give and take. */

/** A text candidates are looked for in: a sentence, or a title. */
export interface Sentence {
  /** Tells where it stands: a bulletin and a passage, or whatever the caller uses. */
  place: string;
  text: string;
}

/** Why a string is proposed. */
export type Kind = 'quoted' | 'book' | 'meeting' | 'person' | 'name' | 'recurrent' | 'phrase';

/** A string proposed by one source. */
export interface Proposal {
  text: string;
  kind: Kind;
  /** How sure the source is, from 0 to 1. */
  weight: number;
}

/** A string that may be a term, with all reasons for it. */
export interface Candidate {
  /** As it stands in the text, the longest spelling first seen. */
  text: string;
  /** Folded. */
  form: string;
  /** How often it stands in the text. */
  count: number;
  /** Why it is proposed, the surest reason first. */
  kinds: Kind[];
  score: number;
  /** The sentences it stands in. */
  places: string[];
}
