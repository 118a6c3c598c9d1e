/** Owns which text runs hold which things, and whether a thing is found elsewhere than in a given text run. */

export class Presence<Key, Holder> {
  readonly #holders = new Map<Key, Set<Holder>>();

  /** @returns whether some holder may see something elsewhere that it did not see before. */
  add(key: Key, holder: Holder): boolean {
    const holders = this.#holders.get(key);
    if (!holders) {
      this.#holders.set(key, new Set([holder]));
      return true;
    }
    const before = holders.size;
    holders.add(holder);
    // The second holder is news to the first; a third tells nobody anything.
    return holders.size > before && holders.size === 2;
  }

  /** @returns whether some holder may have lost what it saw elsewhere. */
  delete(key: Key, holder: Holder): boolean {
    const holders = this.#holders.get(key);
    if (!holders?.delete(holder)) return false;
    if (holders.size === 0) this.#holders.delete(key);
    return holders.size < 2;
  }

  /** Whether another holder than `holder` has the key. */
  isElsewhere(key: Key, holder: Holder): boolean {
    const holders = this.#holders.get(key);
    if (!holders) return false;
    return holders.size > 1 || !holders.has(holder);
  }
}
