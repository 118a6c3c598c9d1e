/** Places a card beside the line it explains, never on it, and inside the viewport. */
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
import { hasClipMargin } from './clip-margin';

/** Between the line and the card, in CSS pixels. */
const GAP = 6;
/** Between the card and the edge of the viewport, in CSS pixels. */
const MARGIN = 8;
/** The height a card has at least, also where the viewport leaves less beside the line, in CSS pixels. */
const MIN_HEIGHT = 160;
/** In CSS pixels. */
const MAX_HEIGHT = 560;

/** An element that can be placed. */
export interface Placed {
  readonly element: HTMLElement;
  /** The part of it that scrolls. */
  readonly body: HTMLElement;
  readonly isOpen: boolean;
  /** In CSS pixels. */
  limitHeight(maxHeight: number): void;
  /** @param x,y viewport coordinates of the top left corner. */
  moveTo(x: number, y: number): void;
}

/**
 * Keeps the card beside its anchor while the anchor scrolls, resizes or moves.
 * @param onLost called when the anchor is gone or out of sight.
 * @returns a function that ends it.
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
    // The available height is measured without the limit of the last time: the line may have moved since.
    const scrolled = card.body.scrollTop;
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
    card.body.scrollTop = scrolled;
    if (!card.isOpen) return;
    if (middlewareData.hide?.referenceHidden && !hasClipMargin(anchor.context)) onLost();
    else card.moveTo(x, y);
  };
  // In each frame: a page also moves its text without scrolling, when an image loads or an advertisement opens.
  return autoUpdate(reference, card.element, () => void update(), { animationFrame: true });
}

/** Below or above a horizontal line; beside a vertical one, on the side of the next lines first. */
function placementsFor(context: Element): [Placement, ...Placement[]] {
  const mode = getComputedStyle(context).writingMode;
  if (mode.startsWith('horizontal')) return ['bottom-start', 'top-start'];
  const [next, before]: Placement[] = mode.endsWith('lr')
    ? ['right-start', 'left-start']
    : ['left-start', 'right-start'];
  return [next ?? 'left-start', before ?? 'right-start', 'bottom-start', 'top-start'];
}

/** Whether Floating UI can walk from the element to the root: a form's fields may hide what it inherits (`<input name=parentNode>`). */
function isReadable(element: Element): boolean {
  try {
    getOverflowAncestors(element);
    return true;
  } catch {
    return false;
  }
}
