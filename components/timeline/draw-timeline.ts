/** Computes the drawing of the timeline: rows, marks, labels and ticks, in px. */
import type { Happening } from '../../glossary/book/happenings';
import { CATEGORIES, type Category } from '../../glossary/pack/vocabulary';
import { formatDate, formatDateRange } from '../format';
import type { Translate } from '../i18n';
import { textWidth, truncate } from '../picture/text-width';
import { type LabelPlace, packRow, type RowWish } from './pack-row';
import { placeOf, type Stretch, type Tick, ticksOf } from './scale';

/** A happening in its lane. */
export interface DrawnMark {
  key: string;
  happening: Happening;
  left: number;
  right: number;
  /** The middle of its lane. */
  y: number;
  /** The label, and where there is room for it. */
  text: string;
  label: LabelPlace;
}

/** Happenings without room for a mark each, by their keys. */
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

/** One row per kind with happenings at any time, bulletins first. Cost: see `packRow`. */
export function drawTimeline(happenings: readonly Happening[], { visible, width, nameOf }: Frame): TimelineDrawing {
  const kinds = (['bulletin', ...CATEGORIES] as const).filter((kind) =>
    happenings.some((happening) => kindOf(happening) === kind),
  );
  const gutter = Math.max(0, ...kinds.map((kind) => textWidth(nameOf(kind), NAME_FONT) * 1.15)) + 12;
  const at = (day: number) => gutter + placeOf(day, visible, width - gutter);
  const rows: DrawnRow[] = [];
  let top = AXIS;
  for (const kind of kinds) {
    const inRow = happenings.filter(
      (happening) => kindOf(happening) === kind && happening.end > visible.start && happening.start < visible.end,
    );
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
  happenings: readonly Happening[],
  {
    at,
    visible,
    top,
    room,
  }: { at(day: number): number; visible: Stretch; top: number; room: { from: number; to: number } },
): Pick<DrawnRow, 'top' | 'height' | 'marks' | 'crowds'> {
  const byKey = new Map(happenings.map((happening) => [happening.key, happening]));
  const wishes = happenings.map((happening): RowWish => {
    // A day is a dot; a span or a less exact date is a bar of its length.
    const left = at(Math.max(happening.start, visible.start));
    const isDay = happening.end - happening.start === 1;
    const right = isDay ? left : at(Math.min(happening.end, visible.end));
    return { key: happening.key, left, right, widths: wordingsOf(happening).map(labelWidth) };
  });
  wishes.sort((a, b) => a.left - b.left);
  const { items, crowds, lanes } = packRow(wishes, { ...room, most: MOST_LANES });
  const middle = (lane: number) => top + ROW_MARGIN + lane * LANE + LANE / 2;
  return {
    top,
    height: lanes * LANE + 2 * ROW_MARGIN,
    marks: items.flatMap(({ key, left, right, lane, label, wording }) => {
      const happening = byKey.get(key);
      if (!happening) return [];
      return [{ key, happening, left, right, y: middle(lane), label, text: wordingsOf(happening)[wording] ?? '' }];
    }),
    crowds: crowds.map(({ keys, left, lane }) => ({ keys, x: left, y: middle(lane) })),
  };
}

function kindOf(happening: Happening): RowKind {
  return happening.kind === 'bulletin' ? 'bulletin' : happening.entry.category;
}

/** Possible labels, the fullest first. */
function wordingsOf(happening: Happening): string[] {
  if (happening.kind === 'bulletin')
    return [MAX_TITLE, SHORT_LABEL].map((most) => truncate(happening.bulletin.title, most));
  const { headword } = happening.entry;
  return [`${truncate(headword, MAX_LABEL)} ${happening.moment.what}`, truncate(headword, SHORT_LABEL)];
}

/** Estimated, in px. */
export function labelWidth(text: string): number {
  return textWidth(text, FONT);
}

/** Its date, what it concerns and what happened, in full. */
export function happeningText(t: Translate, happening: Happening): string {
  if (happening.kind === 'bulletin') return `${formatDate(t, happening.bulletin.date)} ${happening.bulletin.title}`;
  const { entry, moment } = happening;
  return `${formatDateRange(t, moment.from, moment.to)} ${entry.headword}：${moment.what}`;
}
