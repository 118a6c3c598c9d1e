/** Builds the double-array trie of a list of words, state by state. */
import { childOf, createDoubleArray, type DoubleArray, PENDING, ROOT } from './double-array';

/** No word: the end of a list. */
const NONE = -1;

/** A trie that is being built. */
export interface Trie extends Pick<DoubleArray, 'cells' | 'packed'> {
  /** The pending states, among others that were built since. */
  pending: number[];
  /** Builds a pending state, whose children are then pending. Linear in the words below. @returns the cells from now on. */
  build(state: number): Int32Array;
}

/** A list of words, by letters, whose classes are below `classCount`. */
export interface TrieWords {
  words: readonly string[];
  classOf: Uint16Array;
  classCount: number;
}

/**
 * The trie of words, with its first state. Linear in the number of words. Empty ones are left out.
 * @param refuse throws. Called with the index of a word that has a letter of class 0 or the classes of another word, when the
 * state is built at which that shows.
 */
export function createTrie({ words, classOf, classCount }: TrieWords, refuse: (word: number) => never): Trie {
  const { cells, place, placeOne, packed } = createDoubleArray(classCount);
  // The words below a pending state are a list, from the word that its cell holds. By word, the next one of its list:
  const next = new Int32Array(words.length);
  /** By the first word of a list, the number of letters before the state. */
  const depths = new Int32Array(words.length);
  const pending: number[] = [];
  /** By class, the first word of the list that is being divided; `NONE` in between. */
  const lists = new Int32Array(classCount).fill(NONE);

  const classAt = (word: number, at: number) => classOf[(words[word] ?? '').charCodeAt(at)] || refuse(word);
  const isEndAt = (word: number, depth: number) => words[word]?.length === depth;

  /** Divides a list by the next letter. @param found gets the classes. @returns the word that ends before it, or `NONE`. */
  const divide = (first: number, depth: number, found: number[]) => {
    let ending = NONE;
    for (let word = first, after = NONE; word !== NONE; word = after) {
      after = next[word] as number; // As for all words.
      if (isEndAt(word, depth)) {
        if (ending !== NONE) refuse(Math.max(ending, word));
        ending = word;
        continue;
      }
      const cls = classAt(word, depth);
      const list = lists[cls] as number; // As for all classes.
      if (list === NONE) found.push(cls);
      next[word] = list;
      lists[cls] = word;
    }
    return ending;
  };
  const buildFrom = (state: number, first: number) => {
    let depth = depths[first] as number; // As for all words.
    if (next[first] === NONE) {
      // Most states lead to one word.
      let last = state;
      while (!isEndAt(first, depth)) last = placeOne(last, classAt(first, depth++));
      cells()[last] = ~first;
      return;
    }
    const found: number[] = [];
    const ending = divide(first, depth, found);
    // Typed arrays sort numbers without calling a function.
    place(state, Uint16Array.from(found).sort(), ending);
    for (const cls of found) {
      const child = childOf(cells(), state, cls);
      const word = lists[cls] as number; // Its list was begun.
      lists[cls] = NONE;
      depths[word] = depth + 1;
      cells()[child] = PENDING - word;
      pending.push(child);
    }
  };
  const build = (state: number) => {
    buildFrom(state, PENDING - (cells()[state] ?? 0));
    return cells();
  };

  let first = NONE;
  for (let word = 0; word < words.length; word++) {
    if (isEndAt(word, 0)) continue;
    next[word] = first;
    first = word;
  }
  if (first !== NONE) buildFrom(ROOT, first);
  return { cells, pending, build, packed };
}
