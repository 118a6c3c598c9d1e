/** Sorts entries as a dictionary does, and groups them by the first letter of their pinyin. */
import { addToGroup } from '../add-to-group';
import type { Term } from '../pack/pack';

/** The entries under one letter of the index. */
export interface LetterGroup<E> {
  /** `A` to `Z`, or `#` for digits and letters of other scripts. */
  letter: string;
  /** Sorted by reading. */
  entries: E[];
}

type Read = Pick<Term, 'headword' | 'keys'>;

/** A copy of `entries`, sorted by reading (by syllable, not by letter), then by headword. */
export function sortedByReading<E extends Read>(entries: readonly E[]): E[] {
  const keyed = entries.map((entry) => ({ entry, key: `${readingOf(entry)}\u0000${entry.headword}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ entry }) => entry);
}

/** One group for each letter that has entries, sorted by letter, `#` last. */
export function groupByLetter<E extends Read>(entries: readonly E[]): LetterGroup<E>[] {
  const groups = new Map<string, E[]>();
  for (const entry of sortedByReading(entries)) addToGroup(groups, letterOf(entry), entry);
  const rank = ({ letter }: LetterGroup<E>) => (letter === '#' ? '~' : letter);
  return [...groups]
    .map(([letter, members]) => ({ letter, entries: members }))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Syllables joined by spaces, without quotation marks and other punctuation. */
function readingOf({ keys }: Read): string {
  return (keys.syllables[0] ?? []).filter((syllable) => /[\p{L}\p{N}]/u.test(syllable)).join(' ');
}

function letterOf(entry: Read): string {
  const [first = ''] = readingOf(entry).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}
