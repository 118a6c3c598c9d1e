/** Creates unique ids of new editions from the signer and the date. */
import { pinyin } from 'pinyin-pro';

/** The parts of an edition that determine its id. */
export interface Signed {
  signer: string;
  date: string;
}

/** Signers with the same first characters belong to one organisation: 中国科协机关党委, 中国科协调研宣传部. */
const HOUSE = 4;
const MAX_PREFIX = 12;

/**
 * An id such as `cast-2021-06-11`, followed by `-2` and so on if it exists.
 * @param prefix chosen by the editor; null for the prefix of another edition of the organisation, or the signer's initials.
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
