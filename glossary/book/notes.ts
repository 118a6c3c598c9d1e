/** Owns numbering the terms of a text as footnotes: each entry once, at its first mention. */
import type { EntryIndex, Mention } from '../pack/finder-data';

export interface Note {
  /** From 1. */
  number: number;
  entry: EntryIndex;
}

export interface Notes {
  /** In the order of their numbers. */
  notes: Note[];
  /** Only mentions that carry a number: the first of their entry. */
  numberOf: ReadonlyMap<Mention, number>;
}

/** @param mentions in the order of the text. The likeliest sense is the one that is noted. */
export function numberNotes(mentions: Iterable<Mention>): Notes {
  const notes = new Map<EntryIndex, Note>();
  const numberOf = new Map<Mention, number>();
  for (const mention of mentions) {
    const [{ entry }] = mention.senses;
    if (notes.has(entry)) continue;
    const number = notes.size + 1;
    notes.set(entry, { number, entry });
    numberOf.set(mention, number);
  }
  return { notes: [...notes.values()], numberOf };
}
