/** Creates unique ids of new editions from the signer and the date. */
import { pinyin } from 'pinyin-pro';
import { organisationOf } from './organisation-of';

/** The parts of an edition that determine its id. */
export interface Signed {
  signer: string;
  date: string;
}

/** An id with the reason for its prefix, or the problem with it. */
export type NamedEdition = { ok: true; id: string; reason: string } | { ok: false; fault: string };

const MAX_PREFIX = 12;
const DATED = /-?\d{4}-\d{2}-\d{2}(?:-\d+)?$/;

/**
 * An id such as `cast-2021-06-11`, followed by `-2` and so on if it exists. It begins as the editor chose, as the editions of
 * the same organisation do, or with the organisation's initials, unless another organisation has these.
 * @param prefix chosen by the editor, or null.
 */
export function nameEdition(
  { signer, date }: Signed,
  existing: readonly (Signed & { id: string })[],
  prefix: string | null,
): NamedEdition {
  const organisation = organisationOf(signer);
  const prefixOf = ({ id }: { id: string }) => id.replace(DATED, '');
  const kin = existing.find((other) => organisationOf(other.signer) === organisation && prefixOf(other) !== '');
  const chosen = prefix ?? (kin ? prefixOf(kin) : initialsOf(organisation));
  const others = existing.find((other) => prefixOf(other) === chosen && organisationOf(other.signer) !== organisation);
  if (prefix === null && others) {
    const fault = `the id would begin with “${chosen}”, as that of ${others.id} does, which “${others.signer}” signed`;
    return { ok: false, fault };
  }
  const stem = `${chosen}-${date}`;
  const taken = new Set(existing.map(({ id }) => id));
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
  if (prefix !== null) return { ok: true, id, reason: 'as you chose' };
  return {
    ok: true,
    id,
    reason: kin ? `as ${kin.id}, which is of ${organisation} too` : `with the initials of ${organisation}`,
  };
}

function initialsOf(name: string): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  return (
    letters
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, MAX_PREFIX) || 'bulletin'
  );
}
