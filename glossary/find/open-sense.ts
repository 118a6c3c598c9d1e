/** A sense a text run allows for a form, with what is still open about it. */
import type { EntryIndex, Reason, Rule } from '../pack/finder-data';

/** `reason` is null while the sense still needs evidence from the page. */
export interface OpenSense {
  entry: EntryIndex;
  reason: Reason | null;
  rule: Rule | null;
}
