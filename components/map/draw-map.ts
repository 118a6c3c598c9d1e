/** Owns what of the map stands where on the screen: dots, lines, regions, and the labels there is room for. */
import { type Line, neighboursOf } from '../../glossary/book/relations';
import type { Entry } from '../../glossary/library/library';
import type { MapLayout, Place, Region } from './layout';
import type { DrawnLine } from './MapLines';
import { type Box, LABEL_HEIGHT, placeLabels } from './place-labels';
import { shortened, textWidth } from './text-width';
import { type Size, toScreen, type View } from './view';

export interface DrawnDot {
  id: string;
  category: Place['category'];
  x: number;
  y: number;
  radius: number;
  rank: 'plain' | 'chosen' | 'near' | 'far';
}

export interface DrawnLabel {
  id: string;
  text: string;
  /** The text's middle and baseline. */
  x: number;
  y: number;
  isChosen: boolean;
}

export interface DrawnRegion extends Region {
  /** The middle of its name. */
  nameX: number;
  nameY: number;
}

export interface Drawing {
  regions: DrawnRegion[];
  lines: DrawnLine[];
  dots: DrawnDot[];
  labels: DrawnLabel[];
}

export interface MapSubject {
  layout: MapLayout;
  byId: ReadonlyMap<string, Entry>;
  /** Those of kinds that are shown. */
  lines: readonly Line[];
  /** The entry in hand, or null. */
  chosen: string | null;
  /** Names of regions. */
  nameOf(category: Place['category']): string;
}

const FONT = 13;
const REGION_FONT = 15;
const MAX_LABEL = 11;

export function drawMap(subject: MapSubject, view: View, size: Size): Drawing {
  const { layout, lines, chosen } = subject;
  const near = chosen === null ? new Set<string>() : neighboursOf(chosen, lines);
  const at = new Map(layout.places.map((place) => [place.id, toScreen(view, place)]));
  const degrees = degreesOf(lines);
  const rankOf = (id: string): DrawnDot['rank'] => {
    if (chosen === null) return 'plain';
    if (id === chosen) return 'chosen';
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
    lines: drawLines(lines, at, chosen),
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
  chosen: string | null,
): DrawnLine[] {
  return lines.flatMap((line): DrawnLine[] => {
    const [from, to] = [at.get(line.source), at.get(line.target)];
    if (!from || !to) return [];
    const isNear = line.source === chosen || line.target === chosen;
    const rank = chosen === null ? 'plain' : isNear ? 'near' : 'far';
    return [{ ...line, x1: from.x, y1: from.y, x2: to.x, y2: to.y, rank }];
  });
}

/** While an entry is in hand, only it and those it is related to are named: what is around them stays in sight. */
function drawLabels(
  { byId, chosen }: MapSubject,
  dots: readonly DrawnDot[],
  { degrees, size, covered }: { degrees: ReadonlyMap<string, number>; size: Size; covered: readonly Box[] },
): DrawnLabel[] {
  const texts = new Map<string, string>();
  const isSeen = ({ x, y }: DrawnDot) => x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20;
  const wishes = dots
    .filter((dot) => dot.rank !== 'far' && isSeen(dot))
    .map(({ id, x, y, rank }) => {
      const headword = byId.get(id)?.headword ?? id;
      const text = rank === 'chosen' ? headword : shortened(headword, chosen === null ? MAX_LABEL : 16);
      texts.set(id, text);
      const weight = (degrees.get(id) ?? 0) + (rank === 'chosen' ? 1000 : 0);
      const isForced = rank === 'chosen';
      return { id, isForced, x, y, width: textWidth(text, rank === 'chosen' ? FONT + 3 : FONT) + 6, weight };
    });
  return placeLabels(wishes, size, covered).map(({ id, left, top, width }) => ({
    id,
    text: texts.get(id) ?? '',
    x: left + width / 2,
    y: top + LABEL_HEIGHT - 5,
    isChosen: id === chosen,
  }));
}

function degreesOf(lines: readonly Line[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const id of lines.flatMap(({ source, target }) => [source, target])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}
