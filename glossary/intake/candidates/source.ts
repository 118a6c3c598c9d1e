/** Types shared by the sources of candidates. */

/** A text that is searched for candidates: a sentence or a title. */
export interface Sentence {
  /** Identifies it for the caller, for example by bulletin and passage. */
  place: string;
  text: string;
}

/** The reason for a proposal. */
export type Kind = 'quoted' | 'book' | 'meeting' | 'person' | 'name' | 'recurrent' | 'phrase';

/** A string proposed by one source. */
export interface Proposal {
  text: string;
  kind: Kind;
  /** Confidence of the source, from 0 to 1. */
  weight: number;
}

/** A string that may be a term, with all reasons for it. */
export interface Candidate {
  /** The spelling of the best proposal. */
  text: string;
  /** Folded. */
  form: string;
  /** Number of occurrences. */
  count: number;
  /** The reasons, the most reliable first. */
  kinds: Kind[];
  score: number;
  /** The sentences that contain it (`Sentence.place`). */
  places: string[];
}
