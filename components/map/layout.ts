/**
 * Lays out the map: entries of a category together, related entries near each other. The same entries and lines give
 * the same layout: the random numbers of d3's forces are a fixed sequence.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Line } from '../../glossary/book/relations';
import type { CategorisedEntry } from '../../glossary/library/library';
import type { Category } from '../../glossary/pack/vocabulary';
import type { MapLayout, Region } from './places';

/** Labels are wider than high: the map is laid out narrow, then stretched horizontally. */
const STRETCH = 1.9;
/** Half the distance of two entries, before stretching. */
const NODE_RADIUS = 25;
/** Between regions, and from a region's edge to its entries. */
const GAP = 10;
const TICKS = 300;
/** Kept free for the name of a region, before stretching. */
const NAME_ROOM = { width: 50, height: 26 };

/** An entry. */
interface Body extends SimulationNodeDatum {
  id: string;
  category: Category;
  x: number;
  y: number;
}
/** The circle of a category, which contains its entries. */
interface Circle extends SimulationNodeDatum {
  category: Category;
  radius: number;
  x: number;
  y: number;
}

let last: { content: string; layout: MapLayout } | null = null;

/**
 * The layout of the map, memoised for its last content: the reader comes back to the map without waiting, and editions of
 * a website in several languages share it.
 */
export function layoutOf(
  entries: readonly Pick<CategorisedEntry, 'id' | 'category'>[],
  lines: readonly Line[],
): MapLayout {
  const content = JSON.stringify([entries.map(({ id, category }) => [id, category]), lines]);
  if (last?.content !== content) last = { content, layout: layoutMap(entries, lines) };
  return last.layout;
}

/** Computes the layout: about 100 ms for 100 entries, and slightly more than linear. */
export function layoutMap(
  entries: readonly Pick<CategorisedEntry, 'id' | 'category'>[],
  lines: readonly Line[],
): MapLayout {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const categoryOf = new Map(sorted.map(({ id, category }) => [id, category]));
  const circles = layOutCircles(sorted, lines, categoryOf);
  const bodies = layOutBodies(sorted, lines, circles);
  return {
    places: bodies.map(({ id, category, x, y }) => ({ id, category, x: x * STRETCH, y })),
    regions: [...circles.values()].map(regionOf),
  };
}

/** One circle per category, sized by its entries; categories with many lines between them are near each other. */
function layOutCircles(
  entries: readonly Pick<CategorisedEntry, 'id' | 'category'>[],
  lines: readonly Line[],
  categoryOf: ReadonlyMap<string, Category>,
): Map<Category, Circle> {
  const counts = new Map<Category, number>();
  for (const { category } of entries) counts.set(category, (counts.get(category) ?? 0) + 1);
  const circles = [...counts].map(
    ([category, count], i): Circle => ({
      category,
      radius: NODE_RADIUS * 1.15 * Math.sqrt(count) + GAP,
      x: Math.cos((2 * Math.PI * i) / counts.size) * 100,
      y: Math.sin((2 * Math.PI * i) / counts.size) * 100,
    }),
  );
  const links = lines.flatMap(({ source, target }): SimulationLinkDatum<Circle>[] => {
    const ends = [source, target].map((id) => circles.find(({ category }) => category === categoryOf.get(id)));
    const [from, to] = ends;
    return from && to && from !== to ? [{ source: from, target: to }] : [];
  });
  forceSimulation(circles)
    .stop()
    .force('link', forceLink(links).strength(0.02).distance(80))
    .force('x', forceX(0).strength(0.08))
    .force('y', forceY(0).strength(0.1))
    .force('collide', forceCollide<Circle>((circle) => circle.radius + GAP).iterations(4))
    .tick(TICKS);
  return new Map(circles.map((circle) => [circle.category, circle]));
}

function layOutBodies(
  entries: readonly Pick<CategorisedEntry, 'id' | 'category'>[],
  lines: readonly Line[],
  circles: ReadonlyMap<Category, Circle>,
): Body[] {
  const circleOf = ({ category }: Pick<Body, 'category'>) => circles.get(category);
  const bodies = entries.map(({ id, category }, i): Body => {
    const circle = circles.get(category);
    const [radius, angle] = [Math.sqrt(i + 1) * 4, i * 2.4];
    return {
      id,
      category,
      x: (circle?.x ?? 0) + Math.cos(angle) * radius,
      y: (circle?.y ?? 0) + Math.sin(angle) * radius,
    };
  });
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const links = lines.flatMap((line): SimulationLinkDatum<Body>[] => {
    const [source, target] = [byId.get(line.source), byId.get(line.target)];
    return source && target ? [{ source, target }] : [];
  });
  const isWithin = ({ source, target }: SimulationLinkDatum<Body>) =>
    (source as Body).category === (target as Body).category; // The links above hold bodies, not indexes.
  const simulation = forceSimulation(bodies)
    .stop()
    .force(
      'link',
      forceLink(links)
        .distance((link) => (isWithin(link) ? 60 : 140))
        .strength((link) => (isWithin(link) ? 0.25 : 0.03)),
    )
    .force('x', forceX<Body>((body) => circleOf(body)?.x ?? 0).strength(0.1))
    .force('y', forceY<Body>((body) => circleOf(body)?.y ?? 0).strength(0.1))
    .force('charge', forceManyBody().strength(-18).distanceMax(120))
    .force('collide', forceCollide(NODE_RADIUS).iterations(3));
  for (let tick = 0; tick < TICKS; tick++) {
    simulation.tick();
    for (const body of bodies) keepInside(body, circleOf(body));
  }
  return bodies;
}

/** Moves an entry back into the circle of its category: the force of lines to other categories would pull it out. */
function keepInside(body: Body, circle: Circle | undefined): void {
  if (!circle) return;
  const [dx, dy] = [body.x - circle.x, body.y - circle.y];
  // The name of the region is drawn at the top of its edge.
  const highest = circle.y - circle.radius + NAME_ROOM.height;
  if (Math.abs(dx) < NAME_ROOM.width / 2 && body.y < highest) body.y = highest;
  const distance = Math.hypot(dx, dy);
  const most = Math.max(1, circle.radius - NODE_RADIUS * 0.7);
  if (distance <= most) return;
  body.x = circle.x + (dx * most) / distance;
  body.y = circle.y + (dy * most) / distance;
}

function regionOf({ category, radius, x, y }: Circle): Region {
  return { category, x: x * STRETCH, y, rx: radius * STRETCH, ry: radius };
}
