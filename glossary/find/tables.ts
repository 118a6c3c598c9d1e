/** Builds the tables a scan reads: letter classes, pair bits and the trie of the folded patterns. */
import { finish } from '../pack/step-budget';
import { buildTrie } from './build-trie';
import { type Alphabet, classesOf, classTable, FIRST_LETTER } from './letter-classes';
import { pairBits } from './pairs';
import { StartFilter, type StartTables } from './start-filter';

/** All tables of a pack. They depend on its patterns only, not on its rules. */
export interface Tables extends StartTables {
  starts: StartFilter;
}

/** As `buildingTables`, at once. */
export function buildTables(patterns: readonly string[], alphabet: Alphabet): Tables {
  return finish(buildingTables(patterns, alphabet));
}

/**
 * Builds the tables, in steps of a few milliseconds for a thousand patterns. Cost: a sort of the patterns, then about
 * linear in the number of their prefixes.
 * @param patterns folded, distinct, not empty; a space in a pattern stands for any run of white space.
 * @throws {RangeError} names a pattern that the alphabet cannot distinguish from another, or from the empty one.
 */
export function* buildingTables(patterns: readonly string[], alphabet: Alphabet): Generator<void, Tables> {
  const classOf = classTable(alphabet);
  const words = patterns.map((pattern) => classesOf(pattern, classOf));
  yield;
  const classCount = FIRST_LETTER + alphabet.letters.length;
  const refuse = (word: number): never => {
    throw new RangeError(`Pattern ${word} (${patterns[word]}) is as another one, or its letters are folded away.`);
  };
  const pairs = pairBits(words, classCount);
  yield;
  const cells = yield* buildTrie(words, classCount, refuse);
  yield;
  return tablesOf({ classOf, pairs, cells });
}

/** Completes tables that were built before. Linear in the cells. */
export function tablesOf(built: StartTables): Tables {
  return { ...built, starts: new StartFilter(built) };
}
