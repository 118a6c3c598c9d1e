/** Owns setting what happened in one row of the timeline: in lanes, no label over another, what finds no room gathered. */

export interface RowWish {
  key: string;
  /** The span on the screen, in px. */
  left: number;
  right: number;
  /** Of the label. */
  width: number;
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
  const put = ({ key, left, right }: RowWish, lane: number, label: LabelPlace, end: number) => {
    ends[lane] = end;
    items.push({ key, left, right, lane, label });
  };
  wishes.forEach((wish, i) => {
    const { key, left, right, width } = wish;
    const lane = freeLane(left);
    if (lane < 0) {
      const crowd = crowds.at(-1);
      if (crowd && left - crowd.left < MARK * 1.5) crowd.keys.push(key);
      else crowds.push({ keys: [key], left, lane: most });
      return;
    }
    const mark = Math.max(right, left + MARK);
    const end = Math.max(right, left + MARK) + GAP + width;
    // A label may not take the room of marks that come soon, unless other lanes have room for those.
    const free = ends.filter((other, n) => n !== lane && other + GAP <= left).length;
    const before = left - GAP - width;
    const laneBefore = before >= from ? freeLane(before) : -1;
    if (right - left >= width + GAP * 1.5) put(wish, lane, 'inside', right);
    else if (end <= to && densest(wishes.slice(i + 1), end) <= free) put(wish, lane, 'beside', end);
    else if (laneBefore >= 0) put(wish, laneBefore, 'before', mark);
    else put(wish, lane, 'none', mark);
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
