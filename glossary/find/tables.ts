/** Builds the tables a scan reads: letter classes, pair bits and the trie of the folded patterns. */
import { finish, StepBudget } from '../pack/step-budget';
import { PENDING } from './double-array';
import { type Alphabet, CLASS, classTable, FIRST_LETTER } from './letter-classes';
import { pairTables } from './pairs';
import { earlyInTrie, StartFilter, type StartTables } from './start-filter';
import { createTrie, type Trie } from './trie';

/**
 * The most patterns of which the trie is built on demand, as scans reach its states: a page reaches few of them. With more
 * patterns the building slows the scan.
 */
const MAX_LAZY = 1 << 14;

/** States built in one step: a millisecond or two. */
const STEP_STATES = 1024;

/** All tables of a pack. They depend on its patterns only, not on its rules. */
export interface Tables extends StartTables {
  starts: StartFilter;
  /** The trie over the patterns, by class (`double-array.ts`). Replaced when more of it is built. */
  cells: Int32Array;
  /** Builds pending states into `cells`; null where none is pending. */
  trie: Trie | null;
}

/** As `buildingTables`, at once. */
export function buildTables(patterns: readonly string[], alphabet: Alphabet): Tables {
  return finish(buildingTables(patterns, alphabet));
}

/**
 * Builds the tables, in steps of a few milliseconds for a thousand patterns. Linear in the number of patterns if they are few
 * and apart, else about linear in the number of their prefixes.
 * @param patterns folded, distinct, not empty; a space in a pattern stands for any run of white space.
 * @throws {RangeError} names a pattern that the alphabet cannot distinguish from another, or from the empty one.
 */
export function* buildingTables(patterns: readonly string[], alphabet: Alphabet): Generator<void, Tables> {
  const classOf = classTable(alphabet);
  const classCount = FIRST_LETTER + alphabet.letters.length;
  const { pairs, isEarly } = pairTables(patterns, classOf, classCount);
  const starts = new StartFilter({ classOf, pairs }, isEarly, alphabet);
  yield;
  const refuse = (word: number): never => {
    throw new RangeError(`Pattern ${word} (${patterns[word]}) is as another one, or its letters are folded away.`);
  };
  const trie = createTrie({ words: patterns, classOf, classCount }, refuse);
  yield;
  const isLazy = patterns.length <= MAX_LAZY && areApart(patterns, alphabet, classOf);
  const tables: Tables = { classOf, pairs, starts, cells: trie.cells(), trie };
  if (!isLazy) yield* completing(tables);
  return tables;
}

/** Whether no two patterns have the same classes: they are distinct, and no letter or space is a variant of another. */
function areApart(patterns: readonly string[], { letters }: Alphabet, classOf: Uint16Array): boolean {
  if (classOf[0x20] !== CLASS.space) return false;
  for (let i = 0; i < letters.length; i++) if (classOf[letters.charCodeAt(i)] !== FIRST_LETTER + i) return false;
  return new Set(patterns).size === patterns.length;
}

/** Completes tables that were built before. Linear in the cells. */
export function tablesOf(built: StartTables & Pick<Tables, 'cells'>, alphabet: Alphabet): Tables {
  const early = earlyInTrie(built.cells, FIRST_LETTER + alphabet.letters.length);
  return { ...built, starts: new StartFilter(built, early, alphabet), trie: null };
}

/** Builds a pending state. @returns the cells, which contain it. */
export function builtCells(tables: Tables, state: number): Int32Array {
  tables.cells = tables.trie?.build(state) ?? tables.cells;
  return tables.cells;
}

/** Builds all states that are pending. */
export function* completing(tables: Tables): Generator<void, void> {
  const { trie } = tables;
  if (!trie) return;
  const budget = new StepBudget(STEP_STATES);
  for (let state = trie.pending.pop(); state !== undefined; state = trie.pending.pop()) {
    if ((trie.cells()[state] ?? 0) <= PENDING) trie.build(state);
    if (budget.spend()) yield;
  }
  tables.cells = trie.packed();
  tables.trie = null;
}
