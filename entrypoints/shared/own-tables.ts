/**
 * Owns what scripts in pages need of the reader's own terms: compiled by the background whenever they change, kept in
 * `storage.local` as plain JSON, read here by hand. Every page reads the hint; the finder's part, where it may be needed.
 */
import type { FinderData } from '../../glossary/find/finder-data';
import type { HintData } from '../../glossary/find/hint';

export const OWN_HINT_KEY = 'ownHint';
export const OWN_FINDER_KEY = 'ownFinder';

/** Far more than as many terms as there may be take, in UTF-16 units: what is longer, nobody of ours wrote. */
const MAX_HINT = 200_000;
const MAX_FINDER = 1_000_000;

type Fields<T> = { [K in keyof T]?: unknown };

/** Null where there are no terms, and for what cannot be read: that counts as none. */
export function parseOwnHint(stored: unknown): HintData | null {
  const { revision, runs, variants } = (stored ?? {}) as Fields<HintData>; // A value without such fields has none.
  return isRevision(revision) && isText(runs, MAX_HINT) && isText(variants, MAX_HINT)
    ? { revision, runs, variants }
    : null;
}

/** As `parseOwnHint`. Terms of the reader's have no rules. */
export function parseOwnFinder(stored: unknown): FinderData | null {
  const { revision, patterns, variants, senses } = (stored ?? {}) as Fields<FinderData>; // As above.
  if (!isRevision(revision) || !isText(patterns, MAX_FINDER) || !isText(variants, MAX_FINDER)) return null;
  const all = patterns.split('\n');
  const isWhole = all.length === new Set(all).size && !all.includes('');
  if (!isWhole || !isSenses(senses, all.length)) return null;
  return { revision, patterns, variants, senses, rules: [], blockers: [] };
}

function isRevision(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max;
}

/** Triples of a pattern there is, an entry, and no rule; ordered by pattern. */
function isSenses(value: unknown, patterns: number): value is number[] {
  if (!Array.isArray(value) || value.length % 3 !== 0) return false;
  return value.every((number, i) => {
    if (i % 3 === 2) return number === -1;
    const least = i % 3 === 0 ? (value[i - 3] ?? 0) : 0;
    return Number.isInteger(number) && number >= least && (i % 3 === 1 || number < patterns);
  });
}
