/**
 * Computes failure links for the trie (Aho and Corasick 1975), with which a scan reads each unit once. Computed on first
 * use: few texts make the ordinary scan read far ahead again and again.
 */
import { endsWord, ROOT } from './double-array';
import { CLASS } from './letter-classes';

/** Failure links of a trie. All arrays are indexed by place, which is half a state. */
export interface FailLinks {
  /** The state of the longest proper suffix that is in the trie. */
  fail: Int32Array;
  /** The nearest state along `fail` at which a word ends, or 0. */
  ending: Int32Array;
  /** Letters from the root. */
  depth: Uint16Array;
}

const known = new WeakMap<Int32Array, FailLinks>();

/** The links of a trie, memoised. Linear in its cells and as large as the trie. */
export function failLinksOf(cells: Int32Array): FailLinks {
  const links = known.get(cells) ?? compute(cells);
  known.set(cells, links);
  return links;
}

/** The state that class `cls` leads to: from `state`, or else from its longest suffix with such a child; `ROOT` if none. */
export function stepFrom(cells: Int32Array, fail: Int32Array, state: number, cls: number): number {
  for (let from = state; ; from = fail[from >> 1] as number) {
    const cell = cells[from] as number; // A state is a place of the trie.
    const next = (cell & ~1) + 2 * cls;
    if (cell >= 0 && cells[next + 1] === from) return next;
    if (from === ROOT) return ROOT;
  }
}

function compute(cells: Int32Array): FailLinks {
  const places = cells.length / 2;
  const links = { fail: new Int32Array(places), ending: new Int32Array(places), depth: new Uint16Array(places) };
  const { fail, ending, depth } = links;
  const children = childrenOf(cells);
  fail[ROOT >> 1] = ROOT;
  for (let level = [ROOT]; level.length > 0; ) {
    level = level.flatMap((state) => {
      const below = children(state);
      for (const child of below) {
        const place = child >> 1;
        const cls = place - ((cells[state] ?? 0) >> 1);
        const suffix = state === ROOT ? ROOT : stepFrom(cells, fail, fail[state >> 1] ?? ROOT, cls);
        fail[place] = suffix;
        ending[place] = suffix !== ROOT && endsWord(cells, suffix) ? suffix : (ending[suffix >> 1] ?? 0);
        depth[place] = (depth[state >> 1] ?? 0) + 1;
      }
      return below;
    });
  }
  return links;
}

/** The children of a state. */
function childrenOf(cells: Int32Array): (state: number) => number[] {
  const places = cells.length / 2;
  // Lists of places: the first child of each, and the next one of the same parent. 0 ends a list.
  const first = new Int32Array(places);
  const next = new Int32Array(places);
  for (let place = (ROOT >> 1) + 1; place < places; place++) {
    const parent = cells[2 * place + 1] ?? 0;
    // Child 0 is not a letter: it holds the index of the word that ends at its parent.
    if (parent <= 0 || place - ((cells[parent] ?? 0) >> 1) === CLASS.none) continue;
    next[place] = first[parent >> 1] ?? 0;
    first[parent >> 1] = place;
  }
  return (state) => {
    const below: number[] = [];
    for (let place = first[state >> 1] ?? 0; place !== 0; place = next[place] ?? 0) below.push(2 * place);
    return below;
  };
}
