/** Owns looking entries up for a card. */
import type { Bulletin, Entry, Pack } from '../../glossary/pack/pack';
import type { EntryWithSources, RelatedEntry, SourceLine } from '../shared/messages';
import { failure, ok, type Result } from '../shared/result';

/** The entries at `indexes`, in that order. Fails for another revision: its indexes mean other entries. */
export function entriesWithSources(
  pack: Pack,
  revision: string,
  indexes: readonly number[],
): Result<EntryWithSources[]> {
  if (revision !== pack.revision) return failure('stale');
  const found: EntryWithSources[] = [];
  for (const index of indexes) {
    const entry = pack.entries[index];
    if (!entry) return failure(`there is no entry ${index}`);
    const quoted = new Set(entry.evidence.map((evidence) => evidence.bulletin));
    const sources = pack.bulletins.filter(({ id }) => quoted.has(id)).map(sourceLine);
    found.push({ entry, sources, related: relatedOf(pack, entry) });
  }
  return ok(found);
}

/** Where the entries with these ids stand. Fails for another revision. */
export function indexesOf(pack: Pack, revision: string, ids: readonly string[]): Result<number[]> {
  if (revision !== pack.revision) return failure('stale');
  const wanted = new Set(ids);
  return ok(pack.entries.flatMap(({ id }, index) => (wanted.has(id) ? [index] : [])));
}

/** In the entry's order. What the pack does not have is left out. */
function relatedOf(pack: Pack, { relations }: Entry): RelatedEntry[] {
  return relations.flatMap(({ type, target }) => {
    const index = pack.entries.findIndex(({ id }) => id === target);
    const headword = pack.entries[index]?.headword;
    return headword === undefined ? [] : [{ type, index, id: target, headword }];
  });
}

function sourceLine({ id, title, titleScript, signer, date }: Bulletin): SourceLine {
  return { id, title, titleScript, signer, date };
}
