/** Numbers the terms of a text as footnotes: each entry once, at its first mention. */
import type { EntryIndex, Mention } from '../pack/finder-data';

/** A footnote. */
export interface Note {
  /** From 1. */
  number: number;
  entry: EntryIndex;
}

/** The footnotes of a text. */
export interface Notes {
  /** Sorted by number. */
  notes: Note[];
  /** Contains the first mention of each entry only. */
  numberOf: ReadonlyMap<Mention, number>;
}

/** @param mentions in the order of the text. A mention with several senses counts as its likeliest. */
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
