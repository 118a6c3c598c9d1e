/** Moves through the timeline by keys: along time, and from row to row. */
import type { TimelineItem } from '../../glossary/book/timeline-items';
import type { DrawnRow } from './draw-timeline';

/** The item `by` places later (earlier where negative), limited to the first and the last; undefined if there are none. */
export function stepInTime(items: readonly TimelineItem[], from: string | null, by: number): TimelineItem | undefined {
  const at = items.findIndex(({ key }) => key === from);
  return items[Math.min(items.length - 1, Math.max(0, at + by))];
}

/** In the next row with marks below (`by` 1) or above (-1), the mark nearest to `from`; undefined if there is none. */
export function stepToRow(rows: readonly DrawnRow[], from: string | null, by: number): TimelineItem | undefined {
  const at = rows.findIndex(({ marks }) => marks.some(({ key }) => key === from));
  const start = rows[at]?.marks.find(({ key }) => key === from);
  if (!start) return undefined;
  const distance = ({ left }: { left: number }) => Math.abs(left - start.left);
  for (let i = at + by; i >= 0 && i < rows.length; i += by) {
    const [nearest] = [...(rows[i]?.marks ?? [])].sort((a, b) => distance(a) - distance(b));
    if (nearest) return nearest.item;
  }
  return undefined;
}
