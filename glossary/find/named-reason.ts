/** Owns a reason ready for words: what it leans on is named, so that no table of entries is needed to say it. */
import type { EntryIndex, Reason } from '../pack/finder-data';

/** A cue as its folded text, an entry as its headword. */
export type NamedReason =
  | { kind: 'form' }
  | { kind: 'quoted' }
  | { kind: 'near' | 'wording' | 'page' | 'entry'; what: string };

export function nameReason(reason: Reason, headwordOf: (entry: EntryIndex) => string): NamedReason {
  switch (reason.kind) {
    case 'form':
    case 'quoted':
      return reason;
    case 'near':
    case 'wording':
    case 'page':
      return { kind: reason.kind, what: reason.cue };
    case 'entry':
      return { kind: 'entry', what: headwordOf(reason.entry) };
    default:
      return reason satisfies never;
  }
}
