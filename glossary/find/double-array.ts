/**
 * A double-array trie: from a state, class `c` leads to `base + c`, if `check` of that place is the state (Aoe 1989).
 * A word is a string of letter classes above 0.
 *
 * A place takes two cells, so that one cache line answers for both; a state is the index of its first cell.
 *   first cell   ≥ 0: twice the base of its children, plus one if a word ends here as well (child 0 holds its index);
 *                < 0: no children; the complement of the index of the word that ends here;
 *                ≤ PENDING: not built yet (`trie.ts`).
 *   second cell  the parent state, or 0 where the place is free.
 */

/** The state before the first letter. */
export const ROOT = 2;

/** First cells up to this are of states whose children are not built yet. Far below that of any word. */
export const PENDING = -0x40000000;

/** The state that class `cls` leads to, if it is there. */
export function childOf(cells: Int32Array, state: number, cls: number): number {
  return ((cells[state] ?? 0) & ~1) + 2 * cls;
}

/** Whether a word ends at the state itself, which is not pending. */
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

/** The cells while they grow. */
export interface DoubleArray {
  /** The cells until more are placed, padded: the scan reads at `base + class` for any class, never past the end. */
  cells(): Int32Array;
  /** Finds room for the children of `state` (ascending classes) and records the word that ends there (-1: none). */
  place(state: number, classes: Uint16Array, word: number): void;
  /** As `place`, for a state with one child and no word. @returns the child. */
  placeOne(state: number, cls: number): number;
  /** A copy of the used cells, padded likewise. */
  packed(): Int32Array;
}

/** A trie of the root alone. A function instead of a class, which would be a quarter larger in the scripts. */
export function createDoubleArray(classCount: number): DoubleArray {
  /** A place before the first free one: below the highest class few children would fit. */
  const head = Math.max(ROOT, classCount);
  let cells = new Int32Array(0x2000);
  /** By free place, the next free one, so that a taken place is visited once. Ascending. */
  let links = new Int32Array(0x1000);
  /** Where the search for room for several children begins: before it they seldom fit. */
  let sparse = head;
  let end = head + 1;

  const reserve = (places: number) => {
    if (places < links.length) return;
    const [oldCells, oldLinks] = [cells, links];
    cells = new Int32Array(places * 4);
    links = new Int32Array(places * 2);
    cells.set(oldCells);
    links.set(oldLinks);
  };
  const isFree = (place: number) => cells[2 * place + 1] === 0;
  /** The first free place after `before`. Past the end all are. */
  const nextFree = (before: number) => {
    let place = links[before] || before + 1;
    while (place < end && !isFree(place)) place = links[place] || place + 1;
    links[before] = place;
    return place;
  };
  /** A base at which all `classes` are free. */
  const roomFor = (classes: ArrayLike<number>) => {
    const count = classes.length;
    const lowest = classes[0] ?? 0;
    let place = count === 1 ? head : sparse;
    for (let tries = 0; ; tries++) {
      place = nextFree(place);
      reserve(place - lowest + classCount);
      if (tries === MAX_TRIES) sparse = place;
      let fitting = 1;
      while (fitting < count && isFree(place - lowest + (classes[fitting] as number))) fitting++;
      if (fitting >= count) break;
    }
    end = Math.max(end, place - lowest + (classes[count - 1] ?? 0) + 1);
    return place - lowest;
  };
  const place = (state: number, classes: ArrayLike<number>, word: number) => {
    const wanted = word < 0 ? classes : [0, ...Array.from(classes)];
    const base = roomFor(wanted);
    cells[state] = 2 * base + (word < 0 ? 0 : 1);
    for (let i = 0; i < wanted.length; i++) cells[2 * (base + (wanted[i] as number)) + 1] = state;
    if (word >= 0) cells[2 * base] = ~word;
  };

  cells[ROOT + 1] = -1;
  reserve(end + classCount);
  return {
    cells: () => cells,
    place,
    placeOne(state, cls) {
      place(state, [cls], -1);
      return childOf(cells, state, cls);
    },
    packed() {
      const length = 2 * (end + classCount + 1);
      reserve(length / 2);
      return cells.slice(0, length);
    },
  };
}
