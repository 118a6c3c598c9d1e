/**
 * Owns the two tables the scan reads: one that folds and classes a UTF-16 unit in a single load,
 * and a double-array trie over the folded patterns (Aoe 1989: `next = base[state] + class`, valid if `check[next] === state`).
 */
import { IGNORABLE, LINE_BREAK, QUOTE_PAIRS, SPACE } from './characters';

/** Classes below this one are the same in every pack; a pack's letters follow. */
export const FIRST_LETTER = 5;
export const CLASS = { none: 0, ignorable: 1, space: 2, lineBreak: 3, quote: 4 } as const;

export interface Tables {
  /** Class of each UTF-16 unit: folding, alphabet and what may be skipped, in one. 128 KiB. */
  classOf: Uint16Array;
  /** The letters patterns begin with have this class or a higher one: most of a text is passed by one comparison. */
  firstStart: number;
  /** State reached from `state` by class `c` is `base[state] + c`, if `check` of it is `state`. State 1 is the root. */
  base: Int32Array;
  check: Int32Array;
  /** Pattern that ends at a state, plus one; 0 where none does. */
  patternAt: Int32Array;
}

export const ROOT = 1;

/**
 * Builds the tables. Linear in the patterns' total length for ordinary packs (a state's place is searched first-fit).
 * @param patterns folded, distinct, not empty; a space in a pattern stands for any run of white space.
 * @param variants pairs of a letter as pages write it and the folded letter.
 * @param otherLetters folded letters to be told apart though no pattern has them.
 */
export function buildTables(patterns: readonly string[], variants: string, otherLetters = ''): Tables {
  const { classOf, firstStart, classCount } = classTable(patterns, variants, otherLetters);
  const trie = buildTrie(patterns, classOf);
  return { classOf, firstStart, ...placeTrie(trie, classCount) };
}

function classTable(patterns: readonly string[], variants: string, otherLetters: string) {
  const classOf = new Uint16Array(0x10000);
  const set = (units: string, value: number) => {
    for (let i = 0; i < units.length; i++) classOf[units.charCodeAt(i)] = value;
  };
  set(IGNORABLE, CLASS.ignorable);
  set(SPACE, CLASS.space);
  set(LINE_BREAK, CLASS.lineBreak);
  set(QUOTE_PAIRS, CLASS.quote);
  let next = FIRST_LETTER;
  const number = (units: string) => {
    for (let i = 0; i < units.length; i++) {
      const unit = units.charCodeAt(i);
      if (classOf[unit] === CLASS.none) classOf[unit] = next++;
    }
  };
  const starts = new Set(patterns.map((pattern) => pattern.charAt(0)));
  for (const letter of new Set([...patterns, otherLetters].flatMap((word) => word.split('')))) {
    if (!starts.has(letter)) number(letter);
  }
  const firstStart = next;
  for (const letter of starts) number(letter);
  spreadAscii(classOf);
  for (let i = 0; i + 1 < variants.length; i += 2) {
    classOf[variants.charCodeAt(i)] = classOf[variants.charCodeAt(i + 1)] ?? 0;
  }
  return { classOf, firstStart, classCount: next };
}

/** Capitals and full-width forms need no entry in `variants`: their distance from the letter is fixed. */
function spreadAscii(classOf: Uint16Array): void {
  for (let half = 0x21; half <= 0x7e; half++) {
    const full = half + 0xfee0;
    const lower = half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
    if (classOf[half] === CLASS.none) classOf[half] = classOf[lower] ?? 0;
    if (classOf[full] === CLASS.none) classOf[full] = classOf[lower] ?? 0;
  }
}

interface TrieNode {
  pattern: number;
  next: Map<number, TrieNode>;
}

function buildTrie(patterns: readonly string[], classOf: Uint16Array): TrieNode {
  const root: TrieNode = { pattern: 0, next: new Map() };
  patterns.forEach((pattern, index) => {
    let node = root;
    for (let i = 0; i < pattern.length; i++) {
      const cls = classOf[pattern.charCodeAt(i)] ?? 0;
      let child = node.next.get(cls);
      if (!child) {
        child = { pattern: 0, next: new Map() };
        node.next.set(cls, child);
      }
      node = child;
    }
    node.pattern = index + 1;
  });
  return root;
}

function placeTrie(root: TrieNode, classCount: number): Pick<Tables, 'base' | 'check' | 'patternAt'> {
  const base: number[] = [0, 0];
  const check: number[] = [-1, -1];
  const patternAt: number[] = [0, root.pattern];
  let firstFree = 2;
  const queue: [TrieNode, number][] = [[root, ROOT]];
  for (let head = 0; head < queue.length; head++) {
    const [node, state] = queue[head] as [TrieNode, number]; // `head` is below the length.
    if (node.next.size === 0) continue;
    const classes = [...node.next.keys()];
    const lowest = Math.min(...classes);
    while (check[firstFree]) firstFree++;
    let offset = Math.max(1, firstFree - lowest);
    while (classes.some((cls) => check[offset + cls])) offset++;
    base[state] = offset;
    for (const [cls, child] of node.next) {
      const place = offset + cls;
      check[place] = state;
      patternAt[place] = child.pattern;
      queue.push([child, place]);
    }
  }
  // The scan reads at `base + class` for any class: the end is padded so that it never reads past it.
  const length = check.length + FIRST_LETTER + classCount;
  return { base: pack(base, length), check: pack(check, length), patternAt: pack(patternAt, length) };
}

function pack(values: number[], length: number): Int32Array {
  const array = new Int32Array(length);
  for (let i = 0; i < values.length; i++) array[i] = values[i] ?? 0;
  return array;
}
