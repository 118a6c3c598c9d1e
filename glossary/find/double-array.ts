/**
 * A double-array trie: from a state, class `c` leads to `base + c`, if `check` of that place is the state (Aoe 1989).
 * A word is a string of letter classes above 0.
 *
 * A place takes two cells, so that one cache line answers for both; a state is the index of its first cell.
 *   first cell   ≥ 0: twice the base of its children, plus one if a word ends here as well (child 0 holds its index);
 *                < 0: no children; the complement of the index of the word that ends here.
 *   second cell  the parent state, or 0 where the place is free.
 */

/** The state before the first letter. */
export const ROOT = 2;

/** Whether a word ends at the state itself. */
export function endsWord(cells: Int32Array, state: number): boolean {
  const cell = cells[state] ?? 0;
  return cell < 0 || (cell & 1) === 1;
}

/** The word that ends at a state for which `endsWord` holds. */
export function wordAt(cells: Int32Array, state: number): number {
  const cell = cells[state] ?? 0;
  return ~(cell < 0 ? cell : (cells[cell - 1] ?? 0));
}

/** Free places tried for a state with several children before later searches begin further on. */
const MAX_TRIES = 64;

/** The cells while they grow. Free places are linked, so that a taken place is visited once. */
export class DoubleArray {
  #cells = new Int32Array(0x2000);
  /** By free place, the next free one; ascending. */
  #next = new Int32Array(0x1000);
  readonly #classCount: number;
  /** A place before the first free one. */
  readonly #head: number;
  /** Where the search for room for several children begins: before it they seldom fit. */
  #sparse: number;
  #end: number;

  constructor(classCount: number) {
    this.#classCount = classCount;
    // Below the highest class few children would fit.
    this.#head = Math.max(ROOT, classCount);
    this.#sparse = this.#head;
    this.#end = this.#head + 1;
    this.#cells[ROOT + 1] = -1;
    this.#reserve(this.#end + classCount);
    this.#next[this.#head] = this.#end;
  }

  childOf(state: number, cls: number): number {
    return ((this.#cells[state] ?? 0) & ~1) + 2 * cls;
  }

  /** Finds room for the children of `state` (ascending classes) and records the word that ends there (-1: none). */
  place(state: number, classes: readonly number[], word: number): void {
    const hasWord = word >= 0;
    if (classes.length === 0) {
      this.#cells[state] = hasWord ? ~word : 0;
      return;
    }
    const wanted = hasWord ? [0, ...classes] : classes;
    const base = this.#roomFor(wanted);
    this.#cells[state] = 2 * base + (hasWord ? 1 : 0);
    for (const cls of wanted) this.#cells[2 * (base + cls) + 1] = state;
    if (hasWord) this.#cells[2 * base] = ~word;
  }

  /** A copy of the used cells, padded: the scan reads at `base + class` for any class, never past the end. */
  packed(): Int32Array {
    const length = 2 * (this.#end + this.#classCount + 1);
    this.#reserve(length / 2);
    return this.#cells.slice(0, length);
  }

  /** A base at which all `classes` are free; takes their places. */
  #roomFor(classes: readonly number[]): number {
    const lowest = classes[0] ?? 0;
    const isAlone = classes.length === 1;
    let place = isAlone ? this.#head : this.#sparse;
    let base = 0;
    let tries = 0;
    do {
      place = this.#nextFree(place);
      base = place - lowest;
      this.#reserve(base + this.#classCount);
      if (tries++ === MAX_TRIES) this.#sparse = place;
    } while (!this.#isFree(base, classes));
    this.#end = Math.max(this.#end, base + (classes.at(-1) ?? 0) + 1);
    // Marked as taken; the caller writes their parent.
    for (const cls of classes) this.#cells[2 * (base + cls) + 1] = -1;
    return base;
  }

  /** The first free place after `before`. Past the end all are. */
  #nextFree(before: number): number {
    let place = this.#next[before] || before + 1;
    while (place < this.#end && this.#cells[2 * place + 1] !== 0) place = this.#next[place] || place + 1;
    this.#next[before] = place;
    return place;
  }

  #isFree(base: number, classes: readonly number[]): boolean {
    for (const cls of classes) if (this.#cells[2 * (base + cls) + 1] !== 0) return false;
    return true;
  }

  #reserve(places: number): void {
    if (places < this.#next.length) return;
    const [cells, next] = [new Int32Array(places * 4), new Int32Array(places * 2)];
    cells.set(this.#cells);
    next.set(this.#next);
    this.#cells = cells;
    this.#next = next;
  }
}
