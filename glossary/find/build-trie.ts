/** Builds the double-array trie of a list of words, in steps. */
import { StepBudget } from '../pack/step-budget';
import { DoubleArray, ROOT } from './double-array';

/** States placed in one step: a millisecond or two. */
const STEP_STATES = 1024;

/** The words from `from` to `to` share their first `depth` letters and lead to `state`. */
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
  const indexes = new Map(words.map((word, index) => [word, index]));
  yield;
  // In the order of strings: a comparison function takes ten times as long before the browser has compiled it.
  const sorted = words.filter((word) => word !== '').sort();
  const fail = (word: string) => refuse(indexes.get(word) ?? 0);
  yield;
  const array = new DoubleArray(classCount);
  const queue: Branch[] = [{ state: ROOT, depth: 0, from: 0, to: sorted.length }];
  const budget = new StepBudget(STEP_STATES);
  for (let branch = queue.pop(); branch; branch = queue.pop()) {
    if (budget.spend()) yield;
    const { state, depth, from, to } = branch;
    const first = sorted[from] ?? '';
    const index = indexes.get(first) ?? -1;
    if (to === from + 1) {
      // Most states lead to one word.
      array.place(placeRest(array, branch, first, fail), [], index);
      continue;
    }
    // Shorter words come first, and they are distinct: at most one ends here.
    const hasEnd = to > from && first.length === depth;
    const children = branchesOf(sorted, hasEnd ? { ...branch, from: from + 1 } : branch, fail);
    const classes = children.map(({ cls }) => cls);
    array.place(state, classes, hasEnd ? index : -1);
    for (const child of children) queue.push({ ...child, state: array.childOf(state, child.cls) });
  }
  return array.packed();
}

/** Places the letters of a word below a state, each alone. @returns the state of the last. */
function placeRest(array: DoubleArray, { state, depth }: Branch, word: string, fail: (word: string) => never): number {
  let last = state;
  for (let i = depth; i < word.length; i++) last = array.placeOne(last, word.charCodeAt(i) || fail(word));
  return last;
}

/** The branches of the next letter, by class. Their states are not known yet. */
function branchesOf(
  sorted: readonly string[],
  { depth, from, to }: Branch,
  fail: (word: string) => never,
): (Branch & { cls: number })[] {
  const branches: (Branch & { cls: number })[] = [];
  let last: (Branch & { cls: number }) | undefined;
  for (let i = from; i < to; i++) {
    const word = sorted[i] as string; // There are `to` words.
    // NaN at the end of a word; only the first word may end here. Without the check the loop over branches would not end.
    const cls = word.charCodeAt(depth) || fail(word);
    if (last?.cls === cls) last.to = i + 1;
    else {
      last = { cls, state: 0, depth: depth + 1, from: i, to: i + 1 };
      branches.push(last);
    }
  }
  return branches;
}
