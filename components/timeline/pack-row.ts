/** Packs a row of the timeline into lanes so that no label covers another; marks without room form crowds. */

/** A mark to place. */
export interface WantedMark {
  key: string;
  /** In px. */
  left: number;
  right: number;
  /** Width of each wording of its label, in px: the fullest first, at least one. */
  widths: readonly number[];
}

/** `beside`: right of the mark; `before`: left of it, where there is no room beside. */
export type LabelPlace = 'inside' | 'beside' | 'before' | 'none';

/** A mark with its place. */
export interface RowItem {
  key: string;
  left: number;
  right: number;
  /** From 0 at the top. */
  lane: number;
  label: LabelPlace;
  /** Index of the fullest wording that fits; 0 without a label. */
  wording: number;
}

/** Marks too close to be distinguished, drawn as their number. */
export interface RowCrowd {
  keys: string[];
  left: number;
  lane: number;
}

/** Every mark is in it once: as an item, or in a crowd. */
export interface Row {
  items: RowItem[];
  crowds: RowCrowd[];
  /** At least 1. */
  lanes: number;
}

/** The room of a row. */
export interface RowRoom {
  /** Edges for labels, in px. */
  from: number;
  to: number;
  /** Lanes at most. */
  most: number;
}

/** Width of a mark without its label, in px. */
const MARK = 14;
/** Between two marks of a lane, in px. */
const GAP = 8;

/** @param marks sorted by `left`. Cost: marks × lanes, and × the marks under a label. */
export function packRow(marks: readonly WantedMark[], { from, to, most }: RowRoom): Row {
  const ends: number[] = Array(most).fill(Number.NEGATIVE_INFINITY);
  const items: RowItem[] = [];
  const crowds: RowCrowd[] = [];
  const freeLane = (left: number) => ends.findIndex((end) => end + GAP <= left);
  /** A place for a label of that width, with its lane and the end of the space it takes there; null if there is none. */
  const place = (
    { left, right }: WantedMark,
    i: number,
    width: number,
  ): [LabelPlace, lane: number, end: number] | null => {
    const lane = freeLane(left);
    if (right - left >= width + GAP * 1.5) return ['inside', lane, right];
    // A label leaves room for the marks that follow, unless other lanes have room for them.
    const free = ends.filter((other, n) => n !== lane && other + GAP <= left).length;
    const end = Math.max(right, left + MARK) + GAP + width;
    if (end <= to && densest(marks.slice(i + 1), end) <= free) return ['beside', lane, end];
    const before = left - GAP - width;
    const laneBefore = before >= from ? freeLane(before) : -1;
    return laneBefore >= 0 ? ['before', laneBefore, Math.max(right, left + MARK)] : null;
  };
  marks.forEach((mark, i) => {
    const { key, left, right, widths } = mark;
    const free = freeLane(left);
    if (free < 0) {
      const crowd = crowds.at(-1);
      if (crowd && left - crowd.left < MARK * 1.5) crowd.keys.push(key);
      else crowds.push({ keys: [key], left, lane: most });
      return;
    }
    const places = widths.map((width) => place(mark, i, width));
    const wording = Math.max(0, places.findIndex(Boolean));
    const [label, lane, end] = places[wording] ?? ['none' as const, free, Math.max(right, left + MARK)];
    ends[lane] = end;
    items.push({ key, left, right, lane, label, wording });
  });
  const used = Math.max(0, ...items.map(({ lane }) => lane + 1), ...(crowds.length > 0 ? [most + 1] : []));
  return { items, crowds, lanes: Math.max(1, used) };
}

/** The greatest number of marks left of `end` that overlap in one place: each needs a lane. */
function densest(later: readonly WantedMark[], end: number): number {
  const soon = later.filter(({ left }) => left < end);
  const counts = soon.map(({ left }, i) => soon.slice(i).filter((other) => other.left < left + MARK + GAP).length);
  return Math.max(0, ...counts);
}
