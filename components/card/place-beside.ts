/**
 * Computes the position of a card: beside its term, on the side with more room, and whole inside the window. If no side has
 * room for a legible card, it covers the term.
 */
import {
  type ComputePositionConfig,
  type ComputePositionReturn,
  computePosition,
  detectOverflow,
  flip,
  type Middleware,
  offset,
  type Placement,
  type ReferenceElement,
} from '@floating-ui/dom';

/** Between the term and the card, in CSS pixels. */
const GAP = 6;
/** Between the card and the edge of the window, in CSS pixels, and as a share of a low window's height. */
const MARGIN = 8;
const MARGIN_SHARE = 0.03;
/** A card that is higher than the room beside its term stays there if it gets this height, in CSS pixels. */
const MIN_HEIGHT = 160;
/** In CSS pixels. */
const MAX_HEIGHT = 560;

type Placements = readonly [Placement, ...Placement[]];

/** How a card is placed. */
export interface PlacementOptions {
  /** Sets the greatest height of the card, in CSS pixels. */
  limitHeight(maxHeight: number): void;
  /** The preferred one first. */
  placements: Placements;
  /** Height of the window, in CSS pixels. */
  windowHeight: number;
  /** The boxes of all lines of the term, in viewport coordinates. */
  lines: readonly DOMRect[];
  /** Run last. */
  middleware?: readonly Middleware[];
  /** Measures in place of the browser. */
  platform?: ComputePositionConfig['platform'];
}

const SIDES: Placements = ['right-start', 'left-start'];

/**
 * Places a card beside one line of its term; where it would cover another of its lines, beside all of them, below or above
 * or at a side. Where there is no room for that either, it covers lines.
 * @param line the line box that the reader points at.
 */
export async function placeBeside(
  line: ReferenceElement,
  card: HTMLElement,
  how: PlacementOptions,
): Promise<ComputePositionReturn> {
  const first = await placeAt(line, card, how);
  if (first.isClear) return first.position;
  const { contextElement } = 'contextElement' in line ? line : { contextElement: undefined };
  const all = { getBoundingClientRect: () => around(how.lines), ...(contextElement && { contextElement }) };
  for (const placements of [how.placements, SIDES]) {
    const next = await placeAt(all, card, { ...how, placements });
    if (next.isClear) return next.position;
  }
  return (await placeAt(line, card, how)).position;
}

/** Measures the card without a limit first. */
async function placeAt(reference: ReferenceElement, card: HTMLElement, how: PlacementOptions) {
  const { limitHeight, placements, windowHeight, lines, middleware = [], platform } = how;
  const padding = Math.min(MARGIN, MARGIN_SHARE * windowHeight);
  let isClear = true;
  limitHeight(MAX_HEIGHT);
  const position = await computePosition(reference, card, {
    strategy: 'fixed',
    placement: placements[0],
    ...(platform && { platform }),
    middleware: [
      offset(GAP),
      flip({ padding, fallbackPlacements: placements.slice(1), fallbackStrategy: 'bestFit' }),
      limitedTo(limitHeight, padding),
      keptInside(padding),
      {
        name: 'clear',
        fn: ({ x, y, rects: { floating } }) => {
          const placed = new DOMRect(x, y, floating.width, floating.height);
          isClear = lines.every((box) => !overlaps(box, placed));
          return {};
        },
      },
      ...middleware,
    ],
  });
  return { position, isClear };
}

function around(boxes: readonly DOMRect[]): DOMRect {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

function overlaps(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Limits the height once: to the room beside the term, or where that is too low, to the height of the window. */
function limitedTo(limitHeight: (maxHeight: number) => void, padding: number): Middleware {
  let isLimited = false;
  return {
    name: 'limitedTo',
    async fn(state) {
      if (isLimited) return {};
      isLimited = true;
      const { height } = state.rects.floating;
      const { top, bottom } = await detectOverflow(state, { padding });
      const whole = height - top - bottom;
      const rooms: Record<string, number> = { top: height - top, bottom: height - bottom };
      const beside = rooms[state.placement.split('-', 1)[0] ?? ''] ?? whole;
      limitHeight(Math.min(MAX_HEIGHT, beside >= Math.min(MIN_HEIGHT, height) ? beside : whole));
      return { reset: { rects: true } };
    },
  };
}

/** Moves the card into the window; its beginning counts more than its end. */
function keptInside(padding: number): Middleware {
  return {
    name: 'keptInside',
    async fn(state) {
      const { top, bottom, left, right } = await detectOverflow(state, { padding });
      const along = (before: number, after: number) => {
        const moved = Math.max(after, 0);
        return Math.max(before + moved, 0) - moved;
      };
      return { x: state.x + along(left, right), y: state.y + along(top, bottom) };
    },
  };
}
