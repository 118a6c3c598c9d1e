/**
 * Computes the position of a card: beside its term, on the side with more room, and whole inside the window. If neither
 * side has room for a legible card, it covers the term.
 */
import {
  type ComputePositionConfig,
  detectOverflow,
  flip,
  type Middleware,
  offset,
  type Placement,
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

/** How `computePosition` places a card, by preferred placements, the first most. */
export interface Beside {
  /** Sets the greatest height of the card, in CSS pixels. */
  limitHeight(maxHeight: number): void;
  placements: readonly [Placement, ...Placement[]];
  /** Height of the window, in CSS pixels. */
  windowHeight: number;
}

/** The configuration for one computation. Call it for each, because it measures the card without a limit first. */
export function placeBeside({ limitHeight, placements, windowHeight }: Beside): ComputePositionConfig & {
  middleware: Middleware[];
} {
  const padding = Math.min(MARGIN, MARGIN_SHARE * windowHeight);
  limitHeight(MAX_HEIGHT);
  return {
    strategy: 'fixed',
    placement: placements[0],
    middleware: [
      offset(GAP),
      flip({ padding, fallbackPlacements: placements.slice(1), fallbackStrategy: 'bestFit' }),
      limitedTo(limitHeight, padding),
      keptInside(padding),
    ],
  };
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
