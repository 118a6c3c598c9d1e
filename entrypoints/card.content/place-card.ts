/** Owns where the card stands: under the line it explains, or over it, never on it, and inside the viewport. */
import {
  autoUpdate,
  computePosition,
  flip,
  getOverflowAncestors,
  hide,
  offset,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom';
import type { CardAnchor } from '../shared/card-api';
import type { CardHost } from './card-host';

/** Between the line and the card, in CSS pixels. */
const GAP = 6;
/** Between the card and the edge of the viewport, in CSS pixels. */
const MARGIN = 8;
/** A card lower than this is not worth showing beside the line: it goes to the other side. In CSS pixels. */
const MIN_HEIGHT = 160;
const MAX_HEIGHT = 560;

/**
 * Keeps the card beside its anchor while it scrolls, resizes or moves.
 * @param onLost called when the anchor is gone or out of sight.
 * @returns what ends it.
 */
export function placeCard(host: CardHost, anchor: CardAnchor, onLost: () => void): () => void {
  let last = anchor.box() ?? new DOMRect();
  const reference: VirtualElement = {
    getBoundingClientRect: () => last,
    contextElement: isReadable(anchor.context) ? anchor.context : document.documentElement,
  };
  let maxHeight = MAX_HEIGHT;
  const update = async () => {
    const box = anchor.box();
    if (!box) {
      onLost();
      return;
    }
    last = box;
    const { x, y, middlewareData } = await computePosition(reference, host.element, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP),
        flip({ padding: MARGIN, fallbackPlacements: ['top-start'], fallbackStrategy: 'bestFit' }),
        shift({ padding: MARGIN }),
        size({
          padding: MARGIN,
          apply: ({ availableHeight }) => {
            maxHeight = Math.min(MAX_HEIGHT, Math.max(MIN_HEIGHT, availableHeight));
            host.body.style.maxHeight = `${maxHeight}px`;
          },
        }),
        hide(),
      ],
    });
    if (!host.isOpen) return;
    if (middlewareData.hide?.referenceHidden) onLost();
    else host.moveTo(x, y, maxHeight);
  };
  return autoUpdate(reference, host.element, () => void update());
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
