/**
 * Parses the tables of added terms, the reader's own and their organisation's. The background compiles them whenever the
 * terms change and keeps them in `storage.local`. Every page reads the prefilter; pages that may hold a term read the
 * finder's tables. Checked by hand: content scripts carry no schema library.
 */

import { contentHash } from '../../../glossary/pack/content-hash';
import type { FinderData, PrefilterData } from '../../../glossary/pack/finder-data';

export const OWN_PREFILTER_KEY = 'ownHint';
export const OWN_FINDER_KEY = 'ownFinder';

/** Upper bounds in UTF-16 units, far above what the permitted number of terms produces. Longer values are rejected as corrupt. */
const MAX_PREFILTER = 200_000;
const MAX_FINDER = 2_000_000;

type Fields<T> = { [K in keyof T]?: unknown };

/** Null where there are no added terms, and for a corrupt value. */
export function parseOwnPrefilter(stored: unknown): PrefilterData | null {
  const { revision, literals, variants } = (stored ?? {}) as Fields<PrefilterData>; // A value without such fields has none.
  return isRevision(revision) && isText(literals, MAX_PREFILTER) && isText(variants, MAX_PREFILTER)
    ? { revision, literals, variants }
    : null;
}

/** The finder's tables as they are stored, with a hash: altered tables could make the engine run without end. */
export function sealOwnFinder(finder: FinderData): FinderData & { seal: string } {
  return { ...finder, seal: sealOf(finder) };
}

/** As `parseOwnPrefilter`. Terms that were added have no rules. */
export function parseOwnFinder(stored: unknown): FinderData | null {
  const { revision, patterns, variants, senses, seal } = (stored ?? {}) as Fields<FinderData & { seal: string }>; // As above.
  if (!isRevision(revision) || !isText(patterns, MAX_FINDER) || !isText(variants, MAX_FINDER)) return null;
  if (!Array.isArray(senses) || seal !== sealOf({ revision, patterns, variants, senses })) return null;
  return { revision, patterns, variants, senses, rules: [], exclusions: [] };
}

function sealOf({
  revision,
  patterns,
  variants,
  senses,
}: Pick<FinderData, 'revision' | 'patterns' | 'variants' | 'senses'>) {
  return contentHash(JSON.stringify([revision, patterns, variants, senses]));
}

function isRevision(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{16}$/.test(value);
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max;
}
