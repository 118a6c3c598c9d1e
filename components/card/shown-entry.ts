/** What a card is given to show: an entry with its sources, its relations and the terms in its texts. */

import type { Entry } from '../../glossary/library/library';
import type { Mention } from '../../glossary/pack/finder-data';
import type { Bulletin } from '../../glossary/pack/pack';
import type { RelationType } from '../../glossary/pack/vocabulary';
import type { TermEvents } from '../MarkedText';

export type Source = Pick<Bulletin, 'id' | 'title' | 'titleScript' | 'signer' | 'date'>;

/** An entry the shown one belongs with. */
export interface Related {
  type: RelationType;
  id: string;
  /** Of the headword, as a `lang`. */
  script: string;
  headword: string;
}

export interface ShownEntry {
  entry: Entry;
  /** The bulletins its evidence is from. */
  sources: readonly Source[];
  /** Why it was recognised, in words; null where there is nothing to say. */
  reason: string | null;
  /** In the entry's order; none if left out. */
  related?: readonly Related[];
}

/** Terms in the entry's own texts, and what becomes of them. */
export interface CardTerms extends TermEvents {
  /** Sorted and disjoint, offsets in `text`, without mentions of `entry` itself. */
  mentionsIn(text: string, entry: Entry): readonly Mention[];
}
