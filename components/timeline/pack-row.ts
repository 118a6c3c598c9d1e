/** Owns setting what happened in one row of the timeline: in lanes, no label over another, what finds no room gathered. */

export interface RowWish {
  key: string;
  /** The span on the screen, in px. */
  left: number;
  right: number;
  /** Of its wordings, the fullest first, at least one. */
  widths: readonly number[];
}

/** `before`: left of the mark, where there is no room beside it. */
export type LabelPlace = 'inside' | 'beside' | 'before' | 'none';

export interface RowItem {
  key: string;
  left: number;
  right: number;
  /** Counted from the top. */
  lane: number;
  label: LabelPlace;
  /** Which of the wordings has room. */
  wording: number;
}

/** Things too close to be told apart: seen as one with their number. */
export interface RowCrowd {
  keys: string[];
  left: number;
  lane: number;
}

export interface Row {
  items: RowItem[];
  crowds: RowCrowd[];
  /** At least 1. */
  lanes: number;
}

/** What a row has to itself. */
export interface RowRoom {
  /** No label begins left of it, or ends right of it, in px. */
  from: number;
  to: number;
  /** Lanes it may have at most. */
  most: number;
}

/** Room a mark takes without its label, and between two things, in px. */
const MARK = 14;
const GAP = 8;

/** @param wishes sorted by `left`. Cost: wishes times lanes, and times the wishes under a label. */
export function packRow(wishes: readonly RowWish[], { from, to, most }: RowRoom): Row {
  const ends: number[] = Array(most).fill(Number.NEGATIVE_INFINITY);
  const items: RowItem[] = [];
  const crowds: RowCrowd[] = [];
  const freeLane = (left: number) => ends.findIndex((end) => end + GAP <= left);
  /** Where a label of that width has room: the lane, and where what is there ends. */
  const place = (
    { left, right }: RowWish,
    i: number,
    width: number,
  ): [LabelPlace, lane: number, end: number] | null => {
    const lane = freeLane(left);
    if (right - left >= width + GAP * 1.5) return ['inside', lane, right];
    // A label may not take the room of marks that come soon, unless other lanes have room for those.
    const free = ends.filter((other, n) => n !== lane && other + GAP <= left).length;
    const end = Math.max(right, left + MARK) + GAP + width;
    if (end <= to && densest(wishes.slice(i + 1), end) <= free) return ['beside', lane, end];
    const before = left - GAP - width;
    const laneBefore = before >= from ? freeLane(before) : -1;
    return laneBefore >= 0 ? ['before', laneBefore, Math.max(right, left + MARK)] : null;
  };
  wishes.forEach((wish, i) => {
    const { key, left, right, widths } = wish;
    const free = freeLane(left);
    if (free < 0) {
      const crowd = crowds.at(-1);
      if (crowd && left - crowd.left < MARK * 1.5) crowd.keys.push(key);
      else crowds.push({ keys: [key], left, lane: most });
      return;
    }
    const places = widths.map((width) => place(wish, i, width));
    const wording = Math.max(0, places.findIndex(Boolean));
    const [label, lane, end] = places[wording] ?? ['none' as const, free, Math.max(right, left + MARK)];
    ends[lane] = end;
    items.push({ key, left, right, lane, label, wording });
  });
  const used = Math.max(0, ...items.map(({ lane }) => lane + 1), ...(crowds.length > 0 ? [most + 1] : []));
  return { items, crowds, lanes: Math.max(1, used) };
}

/** The most of them that begin left of `end` and need a lane each, since they stand where one mark has room. */
function densest(later: readonly RowWish[], end: number): number {
  const soon = later.filter(({ left }) => left < end);
  const counts = soon.map(({ left }, i) => soon.slice(i).filter((other) => other.left < left + MARK + GAP).length);
  return Math.max(0, ...counts);
}
