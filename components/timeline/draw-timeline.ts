/** Owns what of the timeline stands where on the screen. */
import type { Happening } from '../../glossary/book/happenings';
import { CATEGORIES, type Category } from '../../glossary/pack/vocabulary';
import type { Translate } from '../i18n';
import { shortened, textWidth } from '../map/text-width';
import { shownDate, shownSpan } from '../shown-date';
import { type LabelPlace, packRow, type RowWish } from './pack-row';
import { placeOf, type Stretch, type Tick, ticksOf } from './scale';

export interface DrawnMark {
  key: string;
  happening: Happening;
  left: number;
  right: number;
  /** The middle of its lane. */
  y: number;
  /** What is written at it, and whether there is room: in the bar itself, beside the mark, left of it, or nowhere. */
  text: string;
  label: LabelPlace;
}

export interface DrawnCrowd {
  keys: string[];
  x: number;
  y: number;
}

export type RowKind = 'bulletin' | Category;

export interface DrawnRow {
  kind: RowKind;
  name: string;
  top: number;
  height: number;
  marks: DrawnMark[];
  crowds: DrawnCrowd[];
}

export interface TimelineDrawing {
  /** Where time begins: left of it are the names of rows. */
  gutter: number;
  rows: DrawnRow[];
  ticks: (Tick & { x: number })[];
  height: number;
}

export const LANE = 21;
const FONT = 12.5;
const NAME_FONT = 13;
/** For the dates at the top, and above and below the lanes of a row. */
export const AXIS = 26;
const ROW_MARGIN = 5;
const MOST_LANES = 8;
const MAX_LABEL = 9;
const SHORT_LABEL = 7;
/** Between a label and the edge of the picture. */
const EDGE = 6;

interface Frame {
  seen: Stretch;
  /** Of the picture, in px. */
  width: number;
  nameOf(kind: RowKind): string;
}

/** Rows of kinds with anything to show at all, bulletins first. */
export function drawTimeline(happenings: readonly Happening[], { seen, width, nameOf }: Frame): TimelineDrawing {
  const kinds = (['bulletin', ...CATEGORIES] as const).filter((kind) =>
    happenings.some((happening) => kindOf(happening) === kind),
  );
  const gutter = Math.max(0, ...kinds.map((kind) => textWidth(nameOf(kind), NAME_FONT) * 1.15)) + 12;
  const at = (day: number) => gutter + placeOf(day, seen, width - gutter);
  const rows: DrawnRow[] = [];
  let top = AXIS;
  for (const kind of kinds) {
    const visible = happenings.filter(
      (happening) => kindOf(happening) === kind && happening.end > seen.start && happening.start < seen.end,
    );
    const row = {
      ...drawRow(visible, { at, seen, top, room: { from: gutter, to: width - EDGE } }),
      kind,
      name: nameOf(kind),
    };
    rows.push(row);
    top += row.height;
  }
  const ticks = ticksOf(seen, width - gutter).map((tick) => ({ ...tick, x: at(tick.day) }));
  return { gutter, rows, ticks, height: top };
}

function drawRow(
  visible: readonly Happening[],
  { at, seen, top, room }: { at(day: number): number; seen: Stretch; top: number; room: { from: number; to: number } },
): Pick<DrawnRow, 'top' | 'height' | 'marks' | 'crowds'> {
  const byKey = new Map(visible.map((happening) => [happening.key, happening]));
  const wishes = visible.map((happening): RowWish => {
    // A day is a dot; what lasts, or is dated less exactly, a bar as long as that.
    const left = at(Math.max(happening.start, seen.start));
    const isDay = happening.end - happening.start === 1;
    const right = isDay ? left : at(Math.min(happening.end, seen.end));
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

/** What may be written at it, the fullest first. */
function wordingsOf(happening: Happening): string[] {
  if (happening.kind === 'bulletin') return [14, SHORT_LABEL].map((most) => shortened(happening.bulletin.title, most));
  const { headword } = happening.entry;
  return [`${shortened(headword, MAX_LABEL)} ${happening.moment.what}`, shortened(headword, SHORT_LABEL)];
}

/** In px, as it is set. */
export function labelWidth(text: string): number {
  return textWidth(text, FONT);
}

/** In full, for whoever asks about one of them. */
export function happeningText(t: Translate, happening: Happening): string {
  if (happening.kind === 'bulletin') return `${shownDate(t, happening.bulletin.date)} ${happening.bulletin.title}`;
  const { entry, moment } = happening;
  return `${shownSpan(t, moment.from, moment.to)} ${entry.headword}：${moment.what}`;
}
