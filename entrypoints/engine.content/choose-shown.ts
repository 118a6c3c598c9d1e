/** Owns which mentions are worth a mark, as far as the text alone can say. */
import type { EntryIndex, Mention } from '../../glossary/pack/finder-data';
import type { Density } from '../shared/settings/page-settings';

/** What the reader asked of the marks of a page, in terms of its pack. */
export interface PageOptions {
  density: Density;
  /** Entries that are not marked. */
  muted: ReadonlySet<EntryIndex>;
  /** Most marks in `CAP_UNITS` of a flow's text. */
  cap: number;
}

/** The stretch of text a cap is about, in UTF-16 units. */
const CAP_UNITS = 1000;
/**
 * The bulletins themselves, where hardly a clause is without a term, have under 50 in that stretch: only text that
 * repeats itself has more.
 */
export const USUAL_CAP = 80;

export const DEFAULT_PAGE_OPTIONS: PageOptions = { density: 'every', muted: new Set(), cap: USUAL_CAP };

/**
 * The mentions of one flow that are neither muted nor too many, sorted as they came. Muted is a mention if all it may
 * stand for is. Where there are too many, what was marked already in that stretch goes first.
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

/** Whether a mention's likeliest entry is not in `seen`, where it is from then on. */
export function isFirst({ senses: [{ entry }] }: Mention, seen: Set<EntryIndex>): boolean {
  if (seen.has(entry)) return false;
  seen.add(entry);
  return true;
}
