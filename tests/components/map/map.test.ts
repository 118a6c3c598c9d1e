import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutMap, layoutOf } from '../../../components/map/layout';
import { LABEL_HEIGHT, placeLabels } from '../../../components/map/place-labels';
import { step } from '../../../components/map/step';
import { fitView, MAX_SCALE, MIN_SCALE, pan, reveal, toScreen, zoom } from '../../../components/map/view';
import { linesBetween } from '../../../glossary/book/relations';
import { categorised } from '../../library';

const lines = linesBetween(categorised);
const layout = layoutMap(categorised, lines);

describe('the layout of the map', () => {
  it('has every entry, none on top of another', () => {
    expect(layout.places.map(({ id }) => id).sort()).toEqual(categorised.map(({ id }) => id).sort());
    for (const [i, a] of layout.places.entries()) {
      for (const b of layout.places.slice(i + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y), `${a.id} and ${b.id}`).toBeGreaterThan(16);
      }
    }
  });

  it('keeps each category in its own region, and regions apart', () => {
    for (const { id, category, x, y } of layout.places) {
      const region = layout.regions.find((item) => item.category === category);
      if (!region) throw new Error(`no ground for ${category}`);
      expect(((x - region.x) / region.rx) ** 2 + ((y - region.y) / region.ry) ** 2, id).toBeLessThanOrEqual(1);
    }
    for (const [i, a] of layout.regions.entries()) {
      for (const b of layout.regions.slice(i + 1)) {
        // Ellipses of one shape: as circles they must not meet.
        const distance = Math.hypot(((a.x - b.x) * a.ry) / a.rx, a.y - b.y);
        expect(distance, `${a.category} and ${b.category}`).toBeGreaterThan((a.ry + b.ry) * 0.98);
      }
    }
  });

  it('is the same for any order of the entries', () => {
    expect(layoutMap(categorised, lines)).toEqual(layout);
    const places = (map: typeof layout) => new Map(map.places.map(({ id, x, y }) => [id, [x, y]]));
    expect(places(layoutMap([...categorised].reverse(), lines))).toEqual(places(layout));
  });

  it('is computed again only if entries, categories or lines change', () => {
    const [a, b, ...rest] = categorised.slice(0, 9);
    if (!a || !b) throw new Error('there are too few entries');
    const entries = [a, b, ...rest];
    const kept = layoutOf(entries, lines);
    expect(
      layoutOf(
        entries.map((entry) => ({ ...entry })),
        [...lines],
      ),
    ).toBe(kept);
    const between = [{ type: 'see-also', source: a.id, target: b.id }] as const;
    const moved = [{ ...a, category: a.category === 'meeting' ? 'concept' : 'meeting' } as const, b, ...rest];
    for (const [others, othersLines] of [
      [entries.slice(1), lines],
      [moved, lines],
      [entries, between],
    ] as const)
      expect(layoutOf(others, othersLines)).toEqual(layoutMap(others, othersLines));
    expect(kept).toEqual(layoutMap(entries, lines));
  });

  it('works for one entry, and for none', () => {
    expect(layoutMap([], [])).toEqual({ places: [], regions: [] });
    expect(layoutMap(categorised.slice(0, 1), lines).places).toHaveLength(1);
  });
});

describe('labels', () => {
  const size = { width: 800, height: 500 };
  const wishes = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 6 }),
      x: fc.integer({ min: -50, max: 850 }),
      y: fc.integer({ min: -50, max: 550 }),
      width: fc.integer({ min: 10, max: 200 }),
      weight: fc.integer({ min: 0, max: 9 }),
    }),
    { selector: ({ id }) => id, maxLength: 60 },
  );
  const isOver = (a: { left: number; top: number; width: number }, b: typeof a) =>
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + LABEL_HEIGHT &&
    b.top < a.top + LABEL_HEIGHT;

  it('neither overlap nor leave the picture', () => {
    fc.assert(
      fc.property(wishes, (given) => {
        const placed = placeLabels(given, size);
        for (const [i, a] of placed.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.left + a.width).toBeLessThanOrEqual(size.width);
          for (const b of placed.slice(i + 1)) expect(isOver(a, b)).toBe(false);
        }
      }),
    );
  });

  it('are placed in the order of their weight', () => {
    const at = { x: 400, y: 250, width: 100 };
    const near = (id: string, weight: number, dx: number) => ({ ...at, id, weight, x: at.x + dx });
    const crowd = Array.from({ length: 12 }, (_, i) => near(`light-${i}`, 1, i * 3));
    expect(placeLabels([...crowd, near('heavy', 5, 1)], size)[0]?.id).toBe('heavy');
  });

  it('avoid covered boxes', () => {
    const all = { left: 0, top: 0, right: 800, bottom: 500 };
    expect(placeLabels([{ id: 'a', x: 400, y: 250, width: 50, weight: 1 }], size, [all])).toEqual([]);
  });
});

describe('the arrow keys', () => {
  const spots = [
    { id: 'middle', x: 0, y: 0 },
    { id: 'right', x: 50, y: 5 },
    { id: 'far right', x: 90, y: 0 },
    { id: 'below', x: -4, y: 60 },
    { id: 'aside', x: 30, y: 100 },
  ];
  const from = { id: 'middle', x: 0, y: 0 };

  it.each([
    ['ArrowRight', 'right'],
    ['ArrowDown', 'below'],
    ['ArrowLeft', null],
    ['ArrowUp', null],
    ['a', null],
  ])('%s leads to %s', (key, id) => {
    expect(step(key, from, spots)).toBe(id);
  });

  it('reach every entry of the map from any of them', () => {
    const reached = new Set(['bundled/cast']);
    const waiting = ['bundled/cast'];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const place = layout.places.find((item) => item.id === id);
      if (!place) throw new Error(`no place for ${id}`);
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        const next = step(key, place, layout.places);
        if (next === null || reached.has(next)) continue;
        reached.add(next);
        waiting.push(next);
      }
    }
    expect(reached.size).toBe(layout.places.length);
  });
});

describe('the view of the map', () => {
  const size = { width: 600, height: 400 };
  const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });

  it('shows the whole', () => {
    const view = fitView({ left: -1000, top: -300, right: 1000, bottom: 300 }, size);
    for (const corner of [
      { x: -1000, y: -300 },
      { x: 1000, y: 300 },
    ]) {
      const { x, y } = toScreen(view, corner);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(size.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(size.height);
    }
  });

  it('zooms about the pointer, within its limits', () => {
    fc.assert(
      fc.property(point, fc.double({ min: 0.01, max: 100, noNaN: true }), (at, factor) => {
        const before = pan({ scale: 1, x: 10, y: -20 }, 5, 5);
        const after = zoom(before, factor, at);
        expect(after.scale).toBeGreaterThanOrEqual(MIN_SCALE);
        expect(after.scale).toBeLessThanOrEqual(MAX_SCALE);
        const under = { x: (at.x - before.x) / before.scale, y: (at.y - before.y) / before.scale };
        expect(toScreen(after, under).x).toBeCloseTo(at.x, 6);
        expect(toScreen(after, under).y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  it('reveals any entry', () => {
    fc.assert(
      fc.property(point, (place) => {
        const { x, y } = toScreen(reveal({ scale: 1, x: 0, y: 0 }, place, size), place);
        expect(x >= 0 && x <= size.width && y >= 0 && y <= size.height).toBe(true);
      }),
    );
  });
});
