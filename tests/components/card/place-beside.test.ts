// @vitest-environment happy-dom
import { platform } from '@floating-ui/dom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlacementOptions, placeBeside } from '../../../components/card/place-beside';

type Box = readonly [x: number, y: number, width: number, height: number];

const CARD_WIDTH = 376;
const HORIZONTAL: PlacementOptions['placements'] = ['bottom-start', 'top-start'];
const VERTICAL: PlacementOptions['placements'] = ['left-start', 'right-start', 'bottom-start', 'top-start'];

interface Case {
  window: readonly [width: number, height: number];
  lines: readonly Box[];
  /** The line that the reader points at, counted from 0. */
  at: number;
  cardHeight: number;
  placements?: PlacementOptions['placements'];
}

/** Where a card is placed in a window that the test makes up. */
async function place({
  window: [width, height],
  lines,
  at,
  cardHeight,
  placements = HORIZONTAL,
}: Case): Promise<DOMRect> {
  const boxes = lines.map((box) => new DOMRect(...box));
  const cardWidth = Math.min(CARD_WIDTH, width - 16);
  let limit = Number.POSITIVE_INFINITY;
  const sizeNow = () => ({ width: cardWidth, height: Math.min(cardHeight, limit) });
  const { x, y } = await placeBeside(
    { getBoundingClientRect: () => boxes[at] ?? new DOMRect() },
    document.createElement('div'),
    {
      limitHeight: (maxHeight) => {
        limit = maxHeight;
      },
      placements,
      windowHeight: height,
      lines: boxes,
      platform: {
        ...platform,
        convertOffsetParentRelativeRectToViewportRelativeRect: ({ rect }) => rect,
        getElementRects: ({ reference }) => {
          const box = reference.getBoundingClientRect();
          const { left, top } = box;
          return {
            reference: { x: left, y: top, width: box.width, height: box.height },
            floating: { x: 0, y: 0, ...sizeNow() },
          };
        },
        getDimensions: sizeNow,
        getClippingRect: () => ({ x: 0, y: 0, width, height }),
      },
    },
  );
  return new DOMRect(x, y, sizeNow().width, sizeNow().height);
}

function sideOf(card: DOMRect, [x, y, width, height]: Box): string {
  if (card.top >= y + height) return 'below';
  if (card.bottom <= y) return 'above';
  if (card.left >= x + width) return 'right';
  return card.right <= x ? 'left' : 'over';
}

const isInside = (card: DOMRect, [width, height]: Case['window']) =>
  card.left >= 0 && card.top >= 0 && card.right <= width && card.bottom <= height;

/** Four letters in a column of two letters a line. */
const NARROW: readonly Box[] = [
  [300, 300, 32, 20],
  [300, 328, 32, 20],
];
/** The end of one line and the beginning of the next. */
const WIDE: readonly Box[] = [
  [560, 300, 40, 20],
  [20, 328, 40, 20],
];

describe('a card stands', () => {
  it.each<[string, Case, sides: readonly string[]]>([
    ['below a line', { window: [1000, 760], lines: [[300, 300, 80, 20]], at: 0, cardHeight: 300 }, ['below']],
    [
      'above a line near the foot',
      { window: [1000, 760], lines: [[300, 700, 80, 20]], at: 0, cardHeight: 300 },
      ['above'],
    ],
    [
      'below the next line in a narrow column',
      { window: [1000, 760], lines: NARROW, at: 0, cardHeight: 300 },
      ['below', 'below'],
    ],
    [
      'below the last line it is pointed at',
      { window: [1000, 760], lines: NARROW, at: 1, cardHeight: 300 },
      ['below', 'below'],
    ],
    [
      'above the first line near the foot of a narrow column',
      { window: [1000, 400], lines: NARROW, at: 1, cardHeight: 280 },
      ['above', 'above'],
    ],
    [
      'right below its line where the next begins elsewhere',
      { window: [1000, 760], lines: WIDE, at: 0, cardHeight: 300 },
      ['below', 'right'],
    ],
    [
      'beside a column that fills a low window',
      {
        window: [1000, 220],
        lines: [
          [20, 60, 64, 20],
          [20, 90, 64, 20],
          [20, 120, 64, 20],
        ],
        at: 1,
        cardHeight: 300,
      },
      ['right', 'right', 'right'],
    ],
    [
      'on the left of a column at the right edge of a low window',
      {
        window: [1000, 220],
        lines: [
          [920, 90, 64, 20],
          [920, 120, 64, 20],
        ],
        at: 0,
        cardHeight: 300,
      },
      ['left', 'left'],
    ],
    [
      'over its line where there is no room',
      { window: [320, 256], lines: [[20, 110, 80, 20]], at: 0, cardHeight: 300 },
      ['over'],
    ],
    [
      'clear of both lines of vertical text',
      {
        window: [1000, 760],
        lines: [
          [600, 700, 20, 40],
          [570, 20, 20, 40],
        ],
        at: 0,
        cardHeight: 300,
        placements: VERTICAL,
      },
      ['above', 'below'],
    ],
    [
      'beside both lines of a low column of vertical text',
      {
        window: [1000, 760],
        lines: [
          [600, 300, 20, 40],
          [570, 300, 20, 40],
        ],
        at: 0,
        cardHeight: 300,
        placements: VERTICAL,
      },
      ['left', 'left'],
    ],
  ])('%s', async (_name, scene, sides) => {
    const card = await place(scene);
    expect(scene.lines.map((line) => sideOf(card, line))).toEqual(sides);
    expect(isInside(card, scene.window)).toBe(true);
  });

  it('inside the window, and over a line only where none of the four sides has room', async () => {
    const scenes = fc.record({
      window: fc.tuple(fc.integer({ min: 200, max: 1200 }), fc.integer({ min: 100, max: 900 })),
      share: fc.record({
        x: fc.double({ min: 0, max: 1, noNaN: true }),
        y: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      count: fc.integer({ min: 1, max: 4 }),
      at: fc.nat(3),
      cardHeight: fc.integer({ min: 60, max: 800 }),
    });
    await fc.assert(
      fc.asyncProperty(scenes, async ({ window, share, count, at, cardHeight }) => {
        const left = share.x * (window[0] - 40);
        const top = share.y * Math.max(0, window[1] - count * 28);
        const lines = Array.from({ length: count }, (_, i): Box => [left, top + i * 28, 40, 20]);
        const scene = { window, lines, at: at % count, cardHeight };
        const card = await place(scene);
        expect(isInside(card, window)).toBe(true);
        const bottom = top + (count - 1) * 28 + 20;
        // The least height of a card, its gap and its margin.
        const needed = Math.min(cardHeight, 160) + 14;
        const width = Math.min(CARD_WIDTH, window[0] - 16) + 14;
        const hasRoom =
          top >= needed || window[1] - bottom >= needed || left >= width || window[0] - left - 40 >= width;
        if (hasRoom) expect(lines.map((line) => sideOf(card, line))).not.toContain('over');
      }),
    );
  });
});
