/** Owns the order of a dictionary: entries by the first letter of their reading. */
import type { Term } from '../pack/pack';

export interface LetterGroup<E> {
  /** `A` to `Z`, or `#` for what begins with a digit, or a letter of another script. */
  letter: string;
  /** In the order of their readings. */
  entries: E[];
}

type Read = Pick<Term, 'headword' | 'keys'>;

/** Entries in the order of their readings, then of their headwords. Does not change `entries`. */
export function sortedByReading<E extends Read>(entries: readonly E[]): E[] {
  const keyed = entries.map((entry) => ({ entry, key: `${readingOf(entry)}\u0000${entry.headword}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ entry }) => entry);
}

/** Only letters that have entries, in their order; `#` last. */
export function groupByLetter<E extends Read>(entries: readonly E[]): LetterGroup<E>[] {
  const groups = new Map<string, E[]>();
  for (const entry of sortedByReading(entries)) {
    const letter = letterOf(entry);
    const group = groups.get(letter);
    if (group) group.push(entry);
    else groups.set(letter, [entry]);
  }
  const rank = ({ letter }: LetterGroup<E>) => (letter === '#' ? '~' : letter);
  return [...groups]
    .map(([letter, members]) => ({ letter, entries: members }))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Quotation marks and the like have no syllable: what is read decides. */
function readingOf({ keys }: Read): string {
  return (keys.syllables[0] ?? []).filter((syllable) => /[\p{L}\p{N}]/u.test(syllable)).join(' ');
}

function letterOf(entry: Read): string {
  const [first = ''] = readingOf(entry).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}
