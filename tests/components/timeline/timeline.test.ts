import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTimeline, labelWidth } from '../../../components/timeline/draw-timeline';
import { packRow, type RowItem } from '../../../components/timeline/pack-row';
import { moveTime, placeOf, revealDay, stretchOf, ticksOf, zoomTime } from '../../../components/timeline/scale';
import { spanOf } from '../../../glossary/book/dates';
import { timelineItems } from '../../../glossary/book/timeline-items';
import { library } from '../../library';

const items = timelineItems(library);
const whole = stretchOf(items);

describe('a stretch of time', () => {
  it('stays within the whole under any moves and zooms', () => {
    const moves = fc.array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean()), { maxLength: 20 });
    fc.assert(
      fc.property(moves, (given) => {
        let seen = whole;
        for (const [amount, isZoom] of given) {
          seen = isZoom ? zoomTime(seen, 2 ** amount, 0.3, whole) : moveTime(seen, amount, whole);
          expect(seen.start).toBeGreaterThanOrEqual(whole.start - 1e-6);
          expect(seen.end).toBeLessThanOrEqual(whole.end + 1e-6);
          expect(seen.end).toBeGreaterThan(seen.start);
        }
      }),
    );
  });

  it('zooms about the day under the pointer', () => {
    const seen = spanOf('2010', '2019');
    const day = seen.start + (seen.end - seen.start) * 0.3;
    expect(placeOf(day, zoomTime(seen, 4, 0.3, whole), 100)).toBeCloseTo(30);
  });

  it('reveals any day', () => {
    for (const { start } of items) {
      const seen = revealDay(spanOf('2015', null), start, whole);
      expect(start >= seen.start && start <= seen.end).toBe(true);
    }
  });

  it.each([
    ['a century', '1920', '2020', 1000, ['1920', '1930']],
    ['ten years', '2010', '2019', 1000, ['2010', '2011']],
    ['a year', '2021', null, 1000, ['2021', '2021-02']],
    ['a month', '2021-06', null, 1000, ['2021-06', '06-03']],
  ])('has round dates for %s, far enough apart to read', (_name, from, to, width, first) => {
    const ticks = ticksOf(spanOf(from, to), width);
    expect(ticks.map(({ label }) => label).slice(0, 2)).toEqual(first);
    const places = ticks.map(({ day }) => placeOf(day, spanOf(from, to), width));
    for (const [i, place] of places.slice(1).entries()) expect(place - (places[i] ?? 0)).toBeGreaterThan(40);
  });
});

describe('a row', () => {
  const ROOM = { from: 40, to: 900, most: 4 };
  const LABEL = 60;
  const wish = fc.record({ left: fc.integer({ min: 0, max: 900 }), length: fc.integer({ min: 0, max: 300 }) });

  /** The part of its lane that a mark and its label take. */
  const takenBy = ({ left, right, label }: RowItem) => ({
    from: label === 'before' ? left - LABEL : left,
    to: label === 'beside' ? Math.max(right, left) + LABEL : right,
  });

  it('keeps every mark, and none overlaps another or its label', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (given) => {
        const wishes = given
          .map(({ left, length }, i) => ({ key: String(i), left, right: left + length, widths: [LABEL] }))
          .sort((a, b) => a.left - b.left);
        const { items, crowds, lanes } = packRow(wishes, ROOM);
        const kept = [...items.map(({ key }) => key), ...crowds.flatMap(({ keys }) => keys)];
        expect(kept.sort()).toEqual(wishes.map(({ key }) => key).sort());
        expect(Math.max(0, ...items.map(({ lane }) => lane))).toBeLessThan(lanes);
        const byLane = Array.from({ length: lanes }, (_, lane) =>
          items.filter((item) => item.lane === lane).map(takenBy),
        );
        for (const spans of byLane)
          for (const [k, { from }] of spans.entries()) expect(from).toBeGreaterThanOrEqual(spans[k - 1]?.to ?? 0);
        const labelled = (label: string) => items.filter((item) => item.label === label).map(takenBy);
        for (const { from } of labelled('before')) expect(from).toBeGreaterThanOrEqual(ROOM.from);
        for (const { to } of labelled('beside')) expect(to).toBeLessThanOrEqual(ROOM.to);
      }),
    );
  });
});

describe('the timeline', () => {
  it('has a row for each kind with dates, and every item of the stretch', () => {
    const { rows } = drawTimeline(items, { visible: whole, width: 1200, nameOf: (kind) => kind });
    const shown = rows.flatMap(({ marks, crowds }) => [
      ...marks.map(({ key }) => key),
      ...crowds.flatMap(({ keys }) => keys),
    ]);
    expect(shown.sort()).toEqual(items.map(({ key }) => key).sort());
    expect(rows[0]?.kind).toBe('bulletin');
  });

  it.each([320, 400, 1200])('cuts off no label in a picture %d px wide, and labels all bulletins', (width) => {
    const { rows, gutter } = drawTimeline(items, {
      visible: spanOf('2013', '2021'),
      width,
      nameOf: () => '公报',
    });
    for (const { left, right, label, text } of rows.flatMap(({ marks }) => marks)) {
      if (label === 'beside') expect(Math.max(right, left) + labelWidth(text)).toBeLessThan(width);
      if (label === 'before') expect(left - labelWidth(text)).toBeGreaterThanOrEqual(gutter);
    }
    expect(rows[0]?.marks.map(({ label }) => label)).not.toContain('none');
  });

  it('labels every meeting in the months of the bulletins', () => {
    const { rows } = drawTimeline(items, {
      visible: spanOf('2021-05', '2021-06'),
      width: 1200,
      nameOf: (kind) => kind,
    });
    const meetings = rows.find(({ kind }) => kind === 'meeting');
    expect(meetings?.marks.map(({ label }) => label)).not.toContain('none');
    expect(meetings?.crowds).toEqual([]);
  });
});
