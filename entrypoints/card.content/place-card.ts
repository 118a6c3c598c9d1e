/** Keeps a card beside the line it explains, and inside the visible part of the page. */
import {
  autoUpdate,
  computePosition,
  getOverflowAncestors,
  hide,
  type Placement,
  type VirtualElement,
} from '@floating-ui/dom';
import { placeBeside } from '../../components/card/place-beside';
import type { CardAnchor } from '../shared/page/card-api';
import { hasClipMargin } from './clip-margin';
import { visibleBox } from './visual-viewport';

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
 * @param onPlaced called when the anchor moved, with false if the anchor is gone or out of sight; the card then keeps its place.
 * @returns a function that ends it.
 */
export function placeCard(card: Placed, anchor: CardAnchor, onPlaced: (isAtAnchor: boolean) => void): () => void {
  const reference: VirtualElement = {
    getBoundingClientRect: () => anchor.box() ?? new DOMRect(),
    get contextElement() {
      const context = anchor.context();
      return isReadable(context) ? context : document.documentElement;
    },
  };
  const placements = placementsFor(anchor.context());
  let lastLimit = Number.POSITIVE_INFINITY;
  const update = async () => {
    if (!anchor.box()) {
      onPlaced(false);
      return;
    }
    // The available height is measured without the limit of the last time: the line may have moved since.
    const scrolled = card.body.scrollTop;
    let limit = lastLimit;
    const config = placeBeside({
      limitHeight: (maxHeight) => {
        limit = maxHeight;
        card.limitHeight(maxHeight);
      },
      placements,
      windowHeight: visibleBox().height,
    });
    const { x, y, middlewareData } = await computePosition(reference, card.element, {
      ...config,
      middleware: [...config.middleware, hide()],
    });
    card.body.scrollTop = scrolled;
    if (!card.isOpen) return;
    const isHidden = middlewareData.hide?.referenceHidden === true && !hasClipMargin(anchor.context());
    if (isHidden) {
      // A card that stays in its place for a while keeps its size: it would grow under the pointer.
      card.limitHeight(lastLimit);
    } else {
      lastLimit = limit;
      card.moveTo(x, y);
    }
    onPlaced(!isHidden);
  };
  // Looks in each frame: a page also moves its text without scrolling, when an image loads or an advertisement opens.
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
