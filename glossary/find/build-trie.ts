/** Builds the double-array trie of a list of words, in steps. */
import { DoubleArray, ROOT } from './double-array';
import { StepBudget } from './step-budget';

/** States placed in one step: a millisecond or two. */
const STEP_STATES = 1024;

/** The keys from `from` to `to` share their first `depth` letters and lead to `state`. */
interface Branch {
  state: number;
  depth: number;
  from: number;
  to: number;
}

/**
 * Builds the trie of `words` state by state: the children of a state are a range of the sorted words.
 * @param words strings of classes below `classCount`; empty ones are left out.
 * @param refuse throws. Called with the index of a word that contains class 0 or equals another word.
 */
export function* buildTrie(
  words: readonly string[],
  classCount: number,
  refuse: (word: number) => never,
): Generator<void, Int32Array> {
  const keys = new Uint32Array(words.length).map((_, index) => index).filter((index) => words[index] !== '');
  const keyed = [...keys].sort((a, b) => ((words[a] as string) < (words[b] as string) ? -1 : 1)); // Indexes of words.
  const array = new DoubleArray(classCount);
  const queue: Branch[] = [{ state: ROOT, depth: 0, from: 0, to: keyed.length }];
  const children: Branch[] = [];
  const classes: number[] = [];
  const budget = new StepBudget(STEP_STATES);
  for (let branch = queue.pop(); branch; branch = queue.pop()) {
    if (budget.spend()) yield;
    const { state, depth, to } = branch;
    let from = branch.from;
    const first = keyed[from];
    // Shorter keys come first, and words are distinct: at most one ends here.
    const ended = first !== undefined && words[first]?.length === depth ? first : -1;
    if (ended >= 0) from++;
    children.length = 0;
    classes.length = 0;
    for (let i = from; i < to; i++) {
      const word = keyed[i] as number; // `keyed` has `to` items.
      // NaN at the end of a word; only the first word may end here. Without the check this loop would not terminate.
      const cls = words[word]?.charCodeAt(depth) || refuse(word);
      const last = children.at(-1);
      if (last && classes.at(-1) === cls) last.to = i + 1;
      else {
        classes.push(cls);
        children.push({ state: 0, depth: depth + 1, from: i, to: i + 1 });
      }
    }
    array.place(state, classes, ended);
    for (const [i, child] of children.entries()) {
      child.state = array.childOf(state, classes[i] ?? 0);
      queue.push(child);
    }
  }
  return array.packed();
}
