/**
 * Data of added packs and muted entries for content scripts. The background writes it to `storage.local` as JSON whenever
 * packs or settings change; parsed without a schema library. Every page reads the prefilter and the muted entries; pages
 * that may hold a term also read the finder's data.
 */
import { contentHash } from '../../../glossary/pack/content-hash';
import type { EntryIndex, FinderData, PrefilterData } from '../../../glossary/pack/finder-data';

export const PREFILTER_KEY = 'packsPrefilter';
export const FINDER_KEY = 'packsFinder';
export const MUTED_KEY = 'mutedEntries';

/** Upper bounds in UTF-16 units, far above what all terms together can produce. Longer values are rejected as corrupt. */
const MAX_PREFILTER = 200_000;
const MAX_FINDER = 2_000_000;

/** Entries that are not marked. */
export interface MutedEntries {
  /** By segment, the revisions of the packs for which the indexes hold. */
  revisions: readonly string[];
  entries: readonly EntryIndex[];
}

/** Muted entries as they are stored under `MUTED_KEY`. */
export interface StoredMuted extends MutedEntries {
  /** Entries that are muted on one site only; absent if there are none. */
  sites?: readonly (readonly [site: string, entry: EntryIndex])[];
}

export const NO_MUTED: MutedEntries = { revisions: [], entries: [] };

type Fields<T> = { [K in keyof T]?: unknown };

/** The prefilter of the added packs. */
export interface AddedPrefilter extends PrefilterData {
  /** As `FinderData.revisions`. */
  revisions: readonly string[];
}

/** Null if there are no added packs, and for a value that cannot be read. */
export function parsePrefilter(stored: unknown): AddedPrefilter | null {
  const { revisions, literals, spellings } = (stored ?? {}) as Fields<AddedPrefilter>; // A value without such fields has none.
  return areRevisions(revisions) && isText(literals, MAX_PREFILTER) && isText(spellings, MAX_PREFILTER)
    ? { revisions, literals, spellings }
    : null;
}

/** The finder's data as it is stored: damaged data could keep the engine in an endless loop. */
export function sealFinder(finder: FinderData): FinderData & { seal: string } {
  return { ...finder, seal: sealOf(finder) };
}

/** As `parsePrefilter`. Rules of added packs only say whether case counts, and whether a form may be inside a longer word. */
export function parseFinder(stored: unknown): FinderData | null {
  const { revisions, patterns, variants, senses, rules, seal } = (stored ?? {}) as Fields<
    FinderData & { seal: string }
  >; // As above.
  if (!areRevisions(revisions) || !isText(patterns, MAX_FINDER) || !isText(variants, MAX_FINDER)) return null;
  if (!Array.isArray(senses) || !Array.isArray(rules)) return null;
  if (seal !== sealOf({ revisions, patterns, variants, senses, rules })) return null;
  return { revisions, patterns, variants, senses, rules, exclusions: [] };
}

/** Whether entries are muted on some sites only, so that `parseMuted` must know the page's. */
export function isMutedBySite(stored: unknown): boolean {
  return Array.isArray(((stored ?? {}) as Fields<StoredMuted>).sites); // As above.
}

/** The entries that are muted on a site (`siteOf`); null for a page without one. None for a value that cannot be read. */
export function parseMuted(stored: unknown, site: string | null): MutedEntries {
  const { revisions, entries, sites } = (stored ?? {}) as Fields<StoredMuted>; // As above.
  if (!areRevisions(revisions) || !Array.isArray(entries)) return NO_MUTED;
  const here = Array.isArray(sites) ? sites.flatMap((item) => (item?.[0] === site ? item[1] : [])) : [];
  return { revisions, entries: [...entries, ...here].filter((entry) => typeof entry === 'number') };
}

function sealOf({ revisions, patterns, variants, senses, rules }: Omit<FinderData, 'exclusions' | 'settings'>): string {
  return contentHash(JSON.stringify([revisions, patterns, variants, senses, rules]));
}

function areRevisions(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && /^([0-9a-f]{16})?$/.test(item));
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max;
}
