/** Selects the mentions of one text run to be marked, by the reader's options. */
import { type EntryIndex, type Mention, segmentOf } from '../../glossary/pack/finder-data';
import type { Density } from '../shared/page/pack-marks';

/** The reader's options for the marks of a page. Entries are indexes of the page's pack. */
export interface PageOptions {
  density: Density;
  /** By segment, of packs for which the reader chose another one. */
  densities: ReadonlyMap<number, Density>;
  /** Entries that get no mark. */
  muted: ReadonlySet<EntryIndex>;
  /** Maximum number of marks in each `CAP_UNITS` of a text run. */
  cap: number;
}

/** Length of text that a cap applies to, in UTF-16 units. */
const CAP_UNITS = 1000;
/** The bulletins, with a term in almost every clause, have fewer than 50 in that length: only repetitive text has more. */
export const USUAL_CAP = 80;

export const DEFAULT_PAGE_OPTIONS: PageOptions = {
  density: 'every',
  densities: new Map(),
  muted: new Set(),
  cap: USUAL_CAP,
};

/** How often the likeliest entry of a mention is marked. */
export function densityOf({ senses: [{ entry }] }: Mention, { density, densities }: PageOptions): Density {
  return densities.get(segmentOf(entry)) ?? density;
}

/**
 * The mentions of one text run that are neither muted nor above the cap, in their order. A mention is muted if all its
 * senses are. Above the cap, repeats of an entry in that length of text are dropped first.
 * @returns the same array if nothing is dropped.
 */
export function worthMarks(mentions: readonly Mention[], { muted, cap }: PageOptions): readonly Mention[] {
  const wanted =
    muted.size === 0 ? mentions : mentions.filter(({ senses }) => !senses.every(({ entry }) => muted.has(entry)));
  return wanted.length <= cap ? wanted : thinned(wanted, cap);
}

function thinned(mentions: readonly Mention[], cap: number): Mention[] {
  const kept: Mention[] = [];
  for (let begin = 0; begin < mentions.length; ) {
    const stretch = Math.floor((mentions[begin]?.start ?? 0) / CAP_UNITS);
    let end = begin;
    while (end < mentions.length && Math.floor((mentions[end]?.start ?? 0) / CAP_UNITS) === stretch) end++;
    kept.push(...thinnedStretch(mentions.slice(begin, end), cap));
    begin = end;
  }
  return kept;
}

function thinnedStretch(mentions: readonly Mention[], cap: number): readonly Mention[] {
  if (mentions.length <= cap) return mentions;
  const seen = new Set<EntryIndex>();
  const firsts = new Set(mentions.filter((mention) => isFirst(mention, seen)));
  let room = cap - Math.min(cap, firsts.size);
  let left = cap;
  return mentions.filter((mention) => {
    const isKept = left > 0 && (firsts.has(mention) || room-- > 0);
    if (isKept) left--;
    return isKept;
  });
}

/** Adds the mention's likeliest entry to `seen`. @returns whether it was not there. */
export function isFirst({ senses: [{ entry }] }: Mention, seen: Set<EntryIndex>): boolean {
  if (seen.has(entry)) return false;
  seen.add(entry);
  return true;
}
