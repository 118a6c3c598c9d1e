/**
 * Owns matching what is typed against how a form is read: letters, syllables and their initials in any mixture
 * (科协十大 by 科xsd, kexieshida, kxsd, kexiesd).
 */

/** A letter of a form and its syllable; for a digit or Latin letter the two are the same. */
export interface ReadUnit {
  letter: string;
  syllable: string;
}

/**
 * How many units from `start` on the whole of `query` reads, or 0 if it does not.
 * Each unit takes its letter, its syllable or its initial; the last one may be cut short.
 * Cost: units times the query's length, at worst.
 */
export function readFrom(units: readonly ReadUnit[], start: number, query: string): number {
  const failed = new Set<number>();
  const read = (unit: number, at: number): number => {
    if (at === query.length) return unit - start;
    const current = units[unit];
    const key = unit * (query.length + 1) + at;
    if (!current || failed.has(key)) return 0;
    for (const length of taken(current, query, at)) {
      const count = read(unit + 1, at + length);
      if (count > 0) return count;
    }
    failed.add(key);
    return 0;
  };
  return read(start, 0);
}

/** Lengths of the query that the unit may take at `at`, the longest first. */
function taken({ letter, syllable }: ReadUnit, query: string, at: number): number[] {
  const lengths: number[] = [];
  if (syllable && query.startsWith(syllable, at)) lengths.push(syllable.length);
  const rest = query.slice(at);
  if (rest.length < syllable.length && syllable.startsWith(rest)) lengths.push(rest.length);
  if (/^[zcs]h/.test(syllable) && query.startsWith(syllable.slice(0, 2), at)) lengths.push(2);
  if (syllable && query.charAt(at) === syllable.charAt(0)) lengths.push(1);
  else if (query.charAt(at) === letter) lengths.push(1);
  return lengths;
}
