/** Owns the card over a page of ours: beside the term it explains, closed by Esc or a click elsewhere. */
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  /** What the card stands beside; it gets the focus back. */
  anchor: HTMLElement;
  onClose(): void;
  children: ComponentChild;
}

/** Between the term and the card, and between the card and the edge of the window, in CSS pixels. */
const GAP = 6;
const MARGIN = 8;
const MAX_HEIGHT = 560;

export function CardPopover({ anchor, onClose, children }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const card = host.current;
    if (!card) return undefined;
    // By Tab it comes after its term, where the browser knows that.
    card.showPopover?.({ source: anchor });
    card.focus();
    const place = async () => {
      const { x, y } = await computePosition(anchor, card, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          offset(GAP),
          flip({ padding: MARGIN, fallbackPlacements: ['top-start'], fallbackStrategy: 'bestFit' }),
          shift({ padding: MARGIN }),
          size({
            padding: MARGIN,
            apply: ({ availableHeight }) => {
              card.style.maxHeight = `${Math.min(MAX_HEIGHT, availableHeight)}px`;
            },
          }),
        ],
      });
      card.style.left = `${x}px`;
      card.style.top = `${y}px`;
    };
    return autoUpdate(anchor, card, () => void place());
  }, [anchor]);
  return (
    <div
      ref={host}
      popover="auto"
      class="card-popover"
      role="dialog"
      aria-label={anchor.textContent ?? ''}
      tabIndex={-1}
      onFocusOut={({ relatedTarget }) => {
        // It would cover what the reader is at now.
        if (relatedTarget instanceof Node && !host.current?.contains(relatedTarget)) host.current?.hidePopover?.();
      }}
      onToggle={(event) => {
        if (event.newState !== 'closed') return;
        onClose();
        // A click elsewhere has put the focus where the reader wants it.
        if (document.activeElement === document.body) anchor.focus();
      }}
    >
      {children}
    </div>
  );
}
