/** Owns looking entries up for a card. */
import { entryAt, isOfSamePack } from '../../glossary/library/reader-pack';
import type { AnyEntry, Bulletin, ReaderPack } from '../../glossary/pack/pack';
import type { EntryWithSources, RelatedEntry, SourceLine } from '../shared/messages';
import { failure, faultOf, ok, type Result } from '../shared/result';

/** The entries at `indexes`, in that order. Fails where in the pack of that revision they meant other entries. */
export function entriesWithSources(
  pack: ReaderPack,
  revision: string,
  indexes: readonly number[],
): Result<EntryWithSources[]> {
  const found: EntryWithSources[] = [];
  for (const index of indexes) {
    const entry = entryAt(pack, revision, index);
    if (!entry) return failure(revision === pack.revision ? faultOf(`there is no entry ${index}`) : { kind: 'stale' });
    const quoted = new Set(entry.evidence.map((evidence) => evidence.bulletin));
    const sources = pack.bulletins.filter(({ id }) => quoted.has(id)).map(sourceLine);
    found.push({ entry, sources, related: relatedOf(pack, entry) });
  }
  return ok(found);
}

/** Where the entries with these ids stand in the pack of that revision, as far as that is known. Fails for another pack. */
export function indexesOf(pack: ReaderPack, revision: string, ids: readonly string[]): Result<number[]> {
  if (!isOfSamePack(pack, revision)) return failure({ kind: 'stale' });
  const wanted = new Set(ids);
  return ok(pack.entries.flatMap(({ id }, index) => (wanted.has(id) && entryAt(pack, revision, index) ? [index] : [])));
}

/** In the entry's order. What the pack does not have is left out. */
function relatedOf(pack: ReaderPack, { relations }: AnyEntry): RelatedEntry[] {
  return relations.flatMap(({ type, target }) => {
    const index = pack.entries.findIndex(({ id }) => id === target);
    const other = pack.entries[index];
    return other ? [{ type, index, id: target, script: other.script, headword: other.headword }] : [];
  });
}

function sourceLine({ id, title, titleStatus, titleScript, signer, date }: Bulletin): SourceLine {
  return { id, title, titleStatus, titleScript, signer, date };
}
