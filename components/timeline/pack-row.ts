/** Owns setting what happened in one row of the timeline: in lanes, no label over another, what finds no room gathered. */

export interface RowWish {
  key: string;
  /** The span on the screen, in px. */
  left: number;
  right: number;
  /** Of the label. */
  width: number;
}

export type LabelPlace = 'inside' | 'beside' | 'none';

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

/** Room a mark takes without its label, and between two things, in px. */
const MARK = 14;
const GAP = 8;

/** @param wishes sorted by `left`. @param most lanes a row may have. Cost: wishes times lanes. */
export function packRow(wishes: readonly RowWish[], most: number): Row {
  const ends: number[] = Array(most).fill(Number.NEGATIVE_INFINITY);
  const items: RowItem[] = [];
  const crowds: RowCrowd[] = [];
  const freeLane = (left: number) => ends.findIndex((end) => end + GAP <= left);
  wishes.forEach(({ key, left, right, width }, i) => {
    const lane = freeLane(left);
    if (lane >= 0) {
      const mark = Math.max(right, left + MARK);
      if (right - left >= width + GAP * 1.5) {
        ends[lane] = right;
        items.push({ key, left, right, lane, label: 'inside' });
        return;
      }
      const end = Math.max(right, left) + GAP + width;
      // A label may not take the room of a mark that comes soon, unless another lane has room for that.
      const soon = wishes.slice(i + 1).filter((wish) => wish.left < end).length;
      const free = ends.filter((other, n) => n !== lane && other + GAP <= left).length;
      const hasLabel = soon <= free || soon === 0;
      ends[lane] = hasLabel ? Math.max(end, mark) : mark;
      items.push({ key, left, right, lane, label: hasLabel ? 'beside' : 'none' });
      return;
    }
    const crowd = crowds.at(-1);
    if (crowd && left - crowd.left < MARK * 1.5) crowd.keys.push(key);
    else crowds.push({ keys: [key], left, lane: most });
  });
  const used = Math.max(0, ...items.map(({ lane }) => lane + 1), ...(crowds.length > 0 ? [most + 1] : []));
  return { items, crowds, lanes: Math.max(1, used) };
}
