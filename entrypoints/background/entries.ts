/** Owns looking entries up for a card. */
import type { Bulletin, Pack } from '../../glossary/pack/pack';
import type { EntryWithSources, SourceLine } from '../shared/messages';
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
    found.push({ entry, sources: pack.bulletins.filter(({ id }) => quoted.has(id)).map(sourceLine) });
  }
  return ok(found);
}

function sourceLine({ id, title, signer, date }: Bulletin): SourceLine {
  return { id, title, signer, date };
}
