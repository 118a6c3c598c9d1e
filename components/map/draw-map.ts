/** Computes the drawing of the map in px: regions, lines, dots, and the labels there is room for. */
import { type Line, neighboursOf } from '../../glossary/book/relations';
import type { Entry } from '../../glossary/library/library';
import { ellipsize, textWidth } from '../picture/text-width';
import type { Size } from '../picture/use-size';
import type { DrawnLine } from './MapLines';
import { type Box, LABEL_HEIGHT, placeLabels } from './place-labels';
import type { MapLayout, Place, Region } from './places';
import { toScreen, type View } from './view';

/** An entry, by its centre. */
export interface DrawnDot {
  id: string;
  category: Place['category'];
  x: number;
  y: number;
  radius: number;
  /** `near`: related to the selected entry; `far`: not, while one is selected; `plain`: none is selected. */
  rank: 'plain' | 'selected' | 'near' | 'far';
}

/** The name of an entry, by the middle of its baseline. */
export interface DrawnLabel {
  id: string;
  text: string;
  x: number;
  y: number;
  isSelected: boolean;
}

/** A category, with the middle of the baseline of its name. */
export interface DrawnRegion extends Region {
  nameX: number;
  nameY: number;
}

/** In CSS px from the top left corner of the picture. */
export interface Drawing {
  regions: DrawnRegion[];
  lines: DrawnLine[];
  dots: DrawnDot[];
  labels: DrawnLabel[];
}

/** The content of the map. */
export interface MapSubject {
  layout: MapLayout;
  byId: ReadonlyMap<string, Entry>;
  /** Only those of types that are shown. */
  lines: readonly Line[];
  selected: string | null;
  /** Name of a region. */
  nameOf(category: Place['category']): string;
}

const FONT = 13;
const REGION_FONT = 15;
/** In characters; longer while few labels are shown. */
const MAX_LABEL = 11;
const MAX_NEAR_LABEL = 16;

/** Cost: quadratic in the number of labels, linear in the rest. */
export function drawMap(subject: MapSubject, view: View, size: Size): Drawing {
  const { layout, lines, selected } = subject;
  const near = selected === null ? new Set<string>() : neighboursOf(selected, lines);
  const at = new Map(layout.places.map((place) => [place.id, toScreen(view, place)]));
  const degrees = degreesOf(lines);
  const rankOf = (id: string): DrawnDot['rank'] => {
    if (selected === null) return 'plain';
    if (id === selected) return 'selected';
    return near.has(id) ? 'near' : 'far';
  };
  const dots = layout.places.map(({ id, category }): DrawnDot => {
    const { x, y } = at.get(id) ?? { x: 0, y: 0 };
    const radius = Math.min(9, 4 + Math.sqrt(degrees.get(id) ?? 0) * 0.9);
    return { id, category, x, y, radius, rank: rankOf(id) };
  });
  const regions = layout.regions.map((region) => drawRegion(region, view));
  return {
    regions,
    dots,
    lines: drawLines(lines, at, selected),
    labels: drawLabels(subject, dots, { degrees, size, covered: regions.map((region) => nameBox(region, subject)) }),
  };
}

function drawRegion(region: Region, view: View): DrawnRegion {
  const { x, y } = toScreen(view, region);
  const [rx, ry] = [region.rx * view.scale, region.ry * view.scale];
  return { ...region, x, y, rx, ry, nameX: x, nameY: y - ry + REGION_FONT * 0.35 };
}

function nameBox({ category, nameX, nameY }: DrawnRegion, { nameOf }: MapSubject): Box {
  const half = textWidth(nameOf(category), REGION_FONT) * 0.65;
  return { left: nameX - half, right: nameX + half, top: nameY - REGION_FONT, bottom: nameY + 5 };
}

function drawLines(
  lines: readonly Line[],
  at: ReadonlyMap<string, { x: number; y: number }>,
  selected: string | null,
): DrawnLine[] {
  return lines.flatMap((line): DrawnLine[] => {
    const [from, to] = [at.get(line.source), at.get(line.target)];
    if (!from || !to) return [];
    const isNear = line.source === selected || line.target === selected;
    const rank = selected === null ? 'plain' : isNear ? 'near' : 'far';
    return [{ ...line, x1: from.x, y1: from.y, x2: to.x, y2: to.y, rank }];
  });
}

/** While an entry is selected, only it and related entries have labels. */
function drawLabels(
  { byId, selected }: MapSubject,
  dots: readonly DrawnDot[],
  { degrees, size, covered }: { degrees: ReadonlyMap<string, number>; size: Size; covered: readonly Box[] },
): DrawnLabel[] {
  const texts = new Map<string, string>();
  const isSeen = ({ x, y }: DrawnDot) => x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20;
  const wanted = dots
    .filter((dot) => dot.rank !== 'far' && isSeen(dot))
    .map(({ id, x, y, rank }) => {
      const headword = byId.get(id)?.headword ?? id;
      const text = rank === 'selected' ? headword : ellipsize(headword, selected === null ? MAX_LABEL : MAX_NEAR_LABEL);
      texts.set(id, text);
      const weight = (degrees.get(id) ?? 0) + (rank === 'selected' ? 1000 : 0);
      const isForced = rank === 'selected';
      return { id, isForced, x, y, width: textWidth(text, rank === 'selected' ? FONT + 3 : FONT) + 6, weight };
    });
  return placeLabels(wanted, size, covered).map(({ id, left, top, width }) => ({
    id,
    text: texts.get(id) ?? '',
    x: left + width / 2,
    y: top + LABEL_HEIGHT - 5,
    isSelected: id === selected,
  }));
}

function degreesOf(lines: readonly Line[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const id of lines.flatMap(({ source, target }) => [source, target])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}
