/** Types that the card and its owners share: an entry with its sources, its relations and the terms in its texts. */
import type { Entry } from '../../glossary/library/library';
import type { Mention } from '../../glossary/pack/finder-data';
import type { Bulletin } from '../../glossary/pack/pack';
import type { RelationType } from '../../glossary/pack/vocabulary';
import type { TermEvents } from '../MarkedText';

/** The bulletin of a quotation. */
export type Source = Pick<Bulletin, 'id' | 'title' | 'titleStatus' | 'titleScript' | 'signer' | 'date' | 'originalUrl'>;

/** An entry related to the shown one. */
export interface Related {
  type: RelationType;
  id: string;
  /** Of the headword, as a `lang`. */
  script: string;
  headword: string;
}

/** One sense of the term. */
export interface ShownEntry {
  entry: Entry;
  /** Bulletins of its evidence. */
  sources: readonly Source[];
  /** Why the term was recognised in this sense (`describeReason`). */
  reason: string | null;
  /** In the order of the entry; by default none. */
  related?: readonly Related[];
}

/** Terms in the texts of the entry. */
export interface CardTerms extends TermEvents {
  /** Sorted and disjoint, with offsets in `text`, and without mentions of `entry` itself. */
  mentionsIn(text: string, entry: Entry): readonly Mention[];
}
