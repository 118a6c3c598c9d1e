/**
 * Owns the double-array trie: from a state, class `c` leads to `base[state] + c`, if `check` of that place is the state
 * (Aoe 1989). Knows nothing of letters: a word is a string of classes.
 */

export interface Trie {
  base: Int32Array;
  /** The state a place belongs to; 0 where it is free. */
  check: Int32Array;
  /** Word that ends at a state, plus one; 0 where none does. */
  patternAt: Int32Array;
}

/** The state before the first letter. */
export const ROOT = 1;

/** The keys from `from` to `to` share their first `depth` letters and lead to `state`. */
interface Branch {
  state: number;
  depth: number;
  from: number;
  to: number;
}

/**
 * Builds the trie of `words`, whose units are classes below `classCount`. Words are distinct; empty ones are left out.
 * State by state: the children of a state lie in a range of the sorted words.
 */
export function placeTrie(words: readonly string[], classCount: number): Trie {
  const keys = words
    .map((classes, index) => ({ index, classes }))
    .filter(({ classes }) => classes !== '')
    .sort((a, b) => (a.classes < b.classes ? -1 : 1));
  const trie = new DoubleArray(classCount);
  const queue: Branch[] = [{ state: ROOT, depth: 0, from: 0, to: keys.length }];
  for (let branch = queue.pop(); branch; branch = queue.pop()) {
    const { state, depth, to } = branch;
    let from = branch.from;
    const key = keys[from];
    // Shorter keys come first: at most one ends here, for words are distinct.
    if (key && from < to && key.classes.length === depth) {
      trie.patternAt[state] = key.index + 1;
      from++;
    }
    const children: { cls: number; from: number; to: number }[] = [];
    for (let i = from; i < to; i++) {
      const cls = keys[i]?.classes.charCodeAt(depth) ?? 0;
      const last = children.at(-1);
      if (last?.cls === cls) last.to = i + 1;
      else children.push({ cls, from: i, to: i + 1 });
    }
    const places = trie.place(
      state,
      children.map((child) => child.cls),
    );
    children.forEach((child, i) => {
      queue.push({ state: places[i] ?? 0, depth: depth + 1, from: child.from, to: child.to });
    });
  }
  return trie.packed();
}

/** Share of taken places from which on a stretch is not searched again. */
const FULL = 0.9;

/** The arrays while they grow. */
class DoubleArray {
  base = new Int32Array(0x1000);
  check = new Int32Array(0x1000);
  patternAt = new Int32Array(0x1000);
  readonly #classCount: number;
  /** Where the search for room begins. Below the highest class few children would fit. */
  #from: number;
  #end = 0;

  constructor(classCount: number) {
    this.#classCount = classCount;
    this.#from = Math.max(ROOT + 1, classCount);
    this.check[ROOT] = -1;
    this.#reserve(this.#from + classCount);
  }

  /** Finds room for the children of `state` (ascending classes). @returns the places they got. */
  place(state: number, classes: readonly number[]): number[] {
    const [lowest] = classes;
    if (lowest === undefined) return [];
    let offset = this.#from - lowest;
    let taken = 0;
    while (!this.#isFree(offset, classes)) {
      if (this.check[offset + lowest] !== 0) taken++;
      offset++;
      this.#reserve(offset + this.#classCount);
    }
    const passed = offset + lowest - this.#from + 1;
    if (taken / passed >= FULL) this.#from = offset + lowest;
    this.base[state] = offset;
    for (const cls of classes) this.check[offset + cls] = state;
    this.#end = Math.max(this.#end, offset + (classes.at(-1) ?? 0) + 1);
    return classes.map((cls) => offset + cls);
  }

  /** The scan reads at `base + class` for any class: the end is padded so that it never reads past it. */
  packed(): Trie {
    const length = this.#end + this.#classCount + ROOT + 1;
    this.#reserve(length);
    const [base, check, patternAt] = [this.base, this.check, this.patternAt].map((array) => array.slice(0, length));
    if (!base || !check || !patternAt) throw new Error('three arrays gave fewer');
    return { base, check, patternAt };
  }

  #isFree(offset: number, classes: readonly number[]): boolean {
    for (const cls of classes) if (this.check[offset + cls] !== 0) return false;
    return true;
  }

  #reserve(length: number): void {
    if (length < this.check.length) return;
    this.base = grown(this.base, length * 2);
    this.check = grown(this.check, length * 2);
    this.patternAt = grown(this.patternAt, length * 2);
  }
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(array);
  return longer;
}
