/** Computes the drawing of the timeline: rows, marks, labels and ticks, in px. */
import type { TimelineItem } from '../../glossary/book/timeline-items';
import { CATEGORIES, type Category } from '../../glossary/pack/vocabulary';
import { formatDate, formatDateRange } from '../format';
import type { Translate } from '../i18n';
import { ellipsize, textWidth } from '../picture/text-width';
import { type LabelPlace, packRow, type WantedMark } from './pack-row';
import { placeOf, type Stretch, type Tick, ticksOf } from './scale';

/** An item in its lane. */
export interface DrawnMark {
  key: string;
  item: TimelineItem;
  left: number;
  right: number;
  /** The middle of its lane. */
  y: number;
  /** The label, and where there is room for it. */
  text: string;
  label: LabelPlace;
}

/** Items without room for a mark each, by their keys. */
export interface DrawnCrowd {
  keys: string[];
  x: number;
  y: number;
}

/** Bulletins have a row of their own, entries one per category. */
export type RowKind = 'bulletin' | Category;

/** From `top` down, in px. */
export interface DrawnRow {
  kind: RowKind;
  name: string;
  top: number;
  height: number;
  marks: DrawnMark[];
  crowds: DrawnCrowd[];
}

/** In px from the top left corner of the picture. */
export interface TimelineDrawing {
  /** Width of the names of rows, left of the time. */
  gutter: number;
  rows: DrawnRow[];
  ticks: (Tick & { x: number })[];
  height: number;
}

const LANE = 21;
const FONT = 12.5;
const NAME_FONT = 13;
/** Height of the dates at the top. */
export const AXIS = 26;
/** Above and below the lanes of a row. */
const ROW_MARGIN = 5;
const MOST_LANES = 8;
/** Label lengths, in characters. */
const MAX_TITLE = 14;
const MAX_LABEL = 9;
const SHORT_LABEL = 7;
/** Between a label and the edge of the picture. */
const EDGE = 6;

interface Frame {
  visible: Stretch;
  /** Of the picture, in px. */
  width: number;
  nameOf(kind: RowKind): string;
}

/** One row per kind with items at any time, bulletins first. Cost: see `packRow`. */
export function drawTimeline(items: readonly TimelineItem[], { visible, width, nameOf }: Frame): TimelineDrawing {
  const kinds = (['bulletin', ...CATEGORIES] as const).filter((kind) => items.some((item) => kindOf(item) === kind));
  const gutter = Math.max(0, ...kinds.map((kind) => textWidth(nameOf(kind), NAME_FONT) * 1.15)) + 12;
  const at = (day: number) => gutter + placeOf(day, visible, width - gutter);
  const rows: DrawnRow[] = [];
  let top = AXIS;
  for (const kind of kinds) {
    const inRow = items.filter((item) => kindOf(item) === kind && item.end > visible.start && item.start < visible.end);
    const row = {
      ...drawRow(inRow, { at, visible, top, room: { from: gutter, to: width - EDGE } }),
      kind,
      name: nameOf(kind),
    };
    rows.push(row);
    top += row.height;
  }
  const ticks = ticksOf(visible, width - gutter).map((tick) => ({ ...tick, x: at(tick.day) }));
  return { gutter, rows, ticks, height: top };
}

function drawRow(
  items: readonly TimelineItem[],
  {
    at,
    visible,
    top,
    room,
  }: { at(day: number): number; visible: Stretch; top: number; room: { from: number; to: number } },
): Pick<DrawnRow, 'top' | 'height' | 'marks' | 'crowds'> {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const wanted = items.map((item): WantedMark => {
    // A day is a dot; a span or a less exact date is a bar of its length.
    const left = at(Math.max(item.start, visible.start));
    const isDay = item.end - item.start === 1;
    const right = isDay ? left : at(Math.min(item.end, visible.end));
    return { key: item.key, left, right, widths: wordingsOf(item).map(labelWidth) };
  });
  wanted.sort((a, b) => a.left - b.left);
  const { items: packed, crowds, lanes } = packRow(wanted, { ...room, most: MOST_LANES });
  const middle = (lane: number) => top + ROW_MARGIN + lane * LANE + LANE / 2;
  return {
    top,
    height: lanes * LANE + 2 * ROW_MARGIN,
    marks: packed.flatMap(({ key, left, right, lane, label, wording }) => {
      const item = byKey.get(key);
      if (!item) return [];
      return [{ key, item, left, right, y: middle(lane), label, text: wordingsOf(item)[wording] ?? '' }];
    }),
    crowds: crowds.map(({ keys, left, lane }) => ({ keys, x: left, y: middle(lane) })),
  };
}

function kindOf(item: TimelineItem): RowKind {
  return item.kind === 'bulletin' ? 'bulletin' : item.entry.category;
}

/** Possible labels, the fullest first. */
function wordingsOf(item: TimelineItem): string[] {
  if (item.kind === 'bulletin') return [MAX_TITLE, SHORT_LABEL].map((most) => ellipsize(item.bulletin.title, most));
  const { headword } = item.entry;
  return [`${ellipsize(headword, MAX_LABEL)} ${item.moment.what}`, ellipsize(headword, SHORT_LABEL)];
}

/** Estimated, in px. */
export function labelWidth(text: string): number {
  return textWidth(text, FONT);
}

/** Its date, its entry and the event, in full. */
export function itemText(t: Translate, item: TimelineItem): string {
  if (item.kind === 'bulletin') return `${formatDate(t, item.bulletin.date)} ${item.bulletin.title}`;
  const { entry, moment } = item;
  return `${formatDateRange(t, moment.from, moment.to)} ${entry.headword}：${moment.what}`;
}
