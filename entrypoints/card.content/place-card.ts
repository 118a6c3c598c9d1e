/** Owns where a card stands: beside the line it explains, never on it, and inside the viewport. */
import {
  autoUpdate,
  computePosition,
  flip,
  getOverflowAncestors,
  hide,
  offset,
  type Placement,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom';
import type { CardAnchor } from '../shared/page/card-api';

/** Between the line and the card, in CSS pixels. */
const GAP = 6;
/** Between the card and the edge of the viewport, in CSS pixels. */
const MARGIN = 8;
/** A card lower than this is not worth showing beside the line: it goes to the other side. In CSS pixels. */
const MIN_HEIGHT = 160;
const MAX_HEIGHT = 560;

/** What is placed. */
export interface Placed {
  readonly element: HTMLElement;
  /** What scrolls in it. */
  readonly body: HTMLElement;
  readonly isOpen: boolean;
  /** In CSS pixels. */
  limitHeight(maxHeight: number): void;
  /** @param x,y viewport coordinates of the top left corner. */
  moveTo(x: number, y: number): void;
}

/**
 * Keeps the card beside its anchor while that scrolls, resizes or moves.
 * @param onLost called when the anchor is gone or out of sight.
 * @returns what ends it.
 */
export function placeCard(card: Placed, anchor: CardAnchor, onLost: () => void): () => void {
  const reference: VirtualElement = {
    getBoundingClientRect: () => anchor.box() ?? new DOMRect(),
    contextElement: isReadable(anchor.context) ? anchor.context : document.documentElement,
  };
  const placements = placementsFor(anchor.context);
  const update = async () => {
    if (!anchor.box()) {
      onLost();
      return;
    }
    // Room is looked for anew each time: what was too high beside one line fits beside it when it has moved.
    const read = card.body.scrollTop;
    card.limitHeight(MAX_HEIGHT);
    const { x, y, middlewareData } = await computePosition(reference, card.element, {
      strategy: 'fixed',
      placement: placements[0],
      middleware: [
        offset(GAP),
        flip({ padding: MARGIN, fallbackPlacements: placements.slice(1), fallbackStrategy: 'bestFit' }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => {
            card.limitHeight(Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, availableHeight)));
          },
        }),
        hide(),
      ],
    });
    card.body.scrollTop = read;
    if (!card.isOpen) return;
    if (middlewareData.hide?.referenceHidden) onLost();
    else card.moveTo(x, y);
  };
  // By frame: a page also moves its text without scrolling, by an image that loads or an advertisement that opens.
  return autoUpdate(reference, card.element, () => void update(), { animationFrame: true });
}

/** Beside the line across the way it runs: under it or over it; in vertical writing where the next lines are, or before. */
function placementsFor(context: Element): [Placement, ...Placement[]] {
  const mode = getComputedStyle(context).writingMode;
  if (mode.startsWith('horizontal')) return ['bottom-start', 'top-start'];
  const [next, before]: Placement[] = mode.endsWith('lr')
    ? ['right-start', 'left-start']
    : ['left-start', 'right-start'];
  return [next ?? 'left-start', before ?? 'right-start', 'bottom-start', 'top-start'];
}

/** A form may pass its fields off for what it inherits (`<input name=parentNode>`): then no way leads to the root. */
function isReadable(element: Element): boolean {
  try {
    getOverflowAncestors(element);
    return true;
  } catch {
    return false;
  }
}
