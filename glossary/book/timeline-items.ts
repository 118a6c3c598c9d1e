/** Lists the items of the timeline: the dated moments of entries, and the bulletins. */
import { type CategorisedEntry, hasCategory, type Library } from '../library/library';
import type { Bulletin, Moment } from '../pack/pack';
import { type DaySpan, spanOf } from './dates';

/** An item of the timeline. */
export type TimelineItem = DaySpan & {
  /** Unique on the timeline and stable for the same pack. */
  key: string;
} & ({ kind: 'moment'; entry: CategorisedEntry; moment: Moment } | { kind: 'bulletin'; bulletin: Bulletin });

/** Sorted by start; of two with the same start, the longer span first. */
export function timelineItems({ entries, bulletins }: Pick<Library, 'entries' | 'bulletins'>): TimelineItem[] {
  const moments = entries.filter(hasCategory).flatMap((entry) =>
    entry.when.map(
      (moment, i): TimelineItem => ({
        kind: 'moment',
        key: `${entry.id}/${i}`,
        entry,
        moment,
        ...spanOf(moment.from, moment.to),
      }),
    ),
  );
  const issues = bulletins.map(
    (bulletin): TimelineItem => ({
      kind: 'bulletin',
      key: `bulletin/${bulletin.id}`,
      bulletin,
      ...spanOf(bulletin.date, null),
    }),
  );
  return [...moments, ...issues].sort((a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : 1));
}
