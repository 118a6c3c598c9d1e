/** Collects the best match of each entry. */
import type { Entry } from '../library/library';
import { compareMatches, type FormMatch } from './tiers';

/** By entry, the best of the matches that were offered. */
export class BestMatches {
  readonly #byEntry = new Map<Entry, FormMatch>();

  /** Number of entries. */
  get size(): number {
    return this.#byEntry.size;
  }

  has(entry: Entry): boolean {
    return this.#byEntry.has(entry);
  }

  /** Keeps a match if it is the best of its entry so far. */
  readonly offer = (match: FormMatch): void => {
    const known = this.#byEntry.get(match.form.entry);
    if (!known || compareMatches(match, known) < 0) this.#byEntry.set(match.form.entry, match);
  };

  /** The best first, at most `limit`. */
  sorted(limit: number): FormMatch[] {
    return [...this.#byEntry.values()].sort(compareMatches).slice(0, limit);
  }
}
