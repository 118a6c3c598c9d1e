/** Remembers spans where a form was refused, so that a shorter form inside one does not match for the same entry. */
import type { EntryIndex } from '../pack/finder-data';
import { firstIndex } from './bisect';
import type { Span } from './boundaries';

/** The refused spans of an entry by start, and the furthest end up to each. */
interface Refused {
  starts: number[];
  ends: number[];
}

/** Where the forms of entries were refused in one text run. Spans are added in the order of their starts. */
export class RefusedSpans {
  readonly #byEntry = new Map<EntryIndex, Refused>();

  get isEmpty(): boolean {
    return this.#byEntry.size === 0;
  }

  add(entry: EntryIndex, { start, end }: Span): void {
    const { starts, ends } = this.#of(entry);
    starts.push(start);
    ends.push(Math.max(end, ends.at(-1) ?? 0));
  }

  /** Whether a refused span of the entry encloses the span. Logarithmic. */
  enclose(entry: EntryIndex, { start, end }: Span): boolean {
    const refused = this.#byEntry.get(entry);
    if (!refused) return false;
    const { starts, ends } = refused;
    const after = firstIndex(starts.length, (i) => (starts[i] ?? 0) > start);
    return (ends[after - 1] ?? -1) >= end;
  }

  #of(entry: EntryIndex): Refused {
    const known = this.#byEntry.get(entry);
    if (known) return known;
    const refused: Refused = { starts: [], ends: [] };
    this.#byEntry.set(entry, refused);
    return refused;
  }
}
