/** Owns the ids of new editions: who signed and the day, unlike any there is. */
import { pinyin } from 'pinyin-pro';

/** What of an edition its id comes from. */
export interface Signed {
  signer: string;
  date: string;
}

/** Signers who share their first characters are of one house: 中国科协机关党委, 中国科协调研宣传部. */
const HOUSE = 4;
const MAX_PREFIX = 12;

/**
 * An id such as `cast-2021-06-11`; with `-2` behind it where that is taken.
 * @param prefix chosen by the editor, or null: as that of an edition of the same house, or the initials of the signer.
 */
export function nameEdition(
  { signer, date }: Signed,
  existing: readonly (Signed & { id: string })[],
  prefix: string | null,
): string {
  const kin = existing.find((other) => other.signer.slice(0, HOUSE) === signer.slice(0, HOUSE));
  const inherited = kin?.id.replace(/-?\d{4}-\d{2}-\d{2}(?:-\d+)?$/, '');
  const stem = `${prefix ?? (inherited || initialsOf(signer))}-${date}`;
  const taken = new Set(existing.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function initialsOf(signer: string): string {
  const letters = pinyin(signer, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  return (
    letters
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, MAX_PREFIX) || 'bulletin'
  );
}
