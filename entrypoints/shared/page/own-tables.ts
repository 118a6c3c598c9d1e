/**
 * Owns what scripts in pages need of the terms that were added, the reader's own and their organisation's: compiled by the
 * background whenever they change, kept in `storage.local` as plain JSON, read here by hand. Every page reads the hint;
 * the finder's part, where it may be needed.
 */

import { contentHash } from '../../../glossary/pack/content-hash';
import type { FinderData, PrefilterData } from '../../../glossary/pack/finder-data';

export const OWN_HINT_KEY = 'ownHint';
export const OWN_FINDER_KEY = 'ownFinder';

/** Far more than as many terms as there may be take, in UTF-16 units: what is longer, nobody of ours wrote. */
const MAX_HINT = 200_000;
const MAX_FINDER = 2_000_000;

type Fields<T> = { [K in keyof T]?: unknown };

/** Null where there are no terms, and for what cannot be read: that counts as none. */
export function parseOwnHint(stored: unknown): PrefilterData | null {
  const { revision, runs, variants } = (stored ?? {}) as Fields<PrefilterData>; // A value without such fields has none.
  return isRevision(revision) && isText(runs, MAX_HINT) && isText(variants, MAX_HINT)
    ? { revision, runs, variants }
    : null;
}

/** The finder's part as it is stored: what is not as it was written would keep the engine from ever ending. */
export function sealOwnFinder(finder: FinderData): FinderData & { seal: string } {
  return { ...finder, seal: sealOf(finder) };
}

/** As `parseOwnHint`. Terms that were added have no rules. */
export function parseOwnFinder(stored: unknown): FinderData | null {
  const { revision, patterns, variants, senses, seal } = (stored ?? {}) as Fields<FinderData & { seal: string }>; // As above.
  if (!isRevision(revision) || !isText(patterns, MAX_FINDER) || !isText(variants, MAX_FINDER)) return null;
  if (!Array.isArray(senses) || seal !== sealOf({ revision, patterns, variants, senses })) return null;
  return { revision, patterns, variants, senses, rules: [], blockers: [] };
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
