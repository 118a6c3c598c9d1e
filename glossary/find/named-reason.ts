/** Names the evidence of a reason, so that a message can be formatted without a table of entries. */
import type { EntryIndex, Reason } from '../pack/finder-data';

/** A reason with its evidence as text: a cue as its folded text, an entry as its headword. */
export type NamedReason =
  | { kind: 'form' }
  | { kind: 'quoted' }
  | { kind: 'alone' }
  | { kind: 'near' | 'wording' | 'page' | 'entry'; what: string };

/** @param headwordOf the headword of an entry of the pack the reason belongs to. */
export function nameReason(reason: Reason, headwordOf: (entry: EntryIndex) => string): NamedReason {
  if (reason.kind === 'entry') return { kind: 'entry', what: headwordOf(reason.entry) };
  return 'cue' in reason ? { kind: reason.kind, what: reason.cue } : reason;
}
