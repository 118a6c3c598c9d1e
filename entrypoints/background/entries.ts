/** Looks entries up for a card. */
import type { Entry, Library } from '../../glossary/library/library';
import type { EntryIndex } from '../../glossary/pack/finder-data';
import type { Bulletin } from '../../glossary/pack/pack';
import type { EntryWithSources, RelatedEntry, SourceLine } from '../shared/messages';
import { failure, faultOf, ok, type Result } from '../shared/result';

/**
 * The entries at `indexes`, in that order. Fails with `stale` if the pack of one has another revision than the sender's.
 * @param revisions the sender's, by segment.
 */
export function entriesWithSources(
  library: Library,
  revisions: readonly string[],
  indexes: readonly EntryIndex[],
): Result<EntryWithSources[]> {
  const found: EntryWithSources[] = [];
  for (const index of indexes) {
    const entry = library.at(revisions, index);
    if (!entry) {
      return failure(library.has(revisions, index) ? faultOf(`there is no entry ${index}`) : { kind: 'stale' });
    }
    const quoted = new Set(entry.evidence.map((evidence) => evidence.bulletin));
    const sources = library.bulletins.filter(({ id }) => quoted.has(id)).map(sourceLine);
    found.push({ entry, sources, related: relatedOf(library, entry) });
  }
  return ok(found);
}

/** In the entry's order. Entries the library does not have are left out. */
function relatedOf(library: Library, { relations }: Entry): RelatedEntry[] {
  return relations.flatMap(({ type, target }) => {
    const other = library.named(target);
    return other ? [{ type, index: other.index, id: other.id, script: other.script, headword: other.headword }] : [];
  });
}

function sourceLine({ id, title, titleStatus, titleScript, signer, date, originalUrl }: Bulletin): SourceLine {
  return { id, title, titleStatus, titleScript, signer, date, originalUrl };
}
