/** Shows a card over an extension page, beside the term it explains. Esc or a click elsewhere closes it. */
import { autoUpdate, computePosition } from '@floating-ui/dom';
import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { placeBeside } from './place-beside';

interface Props {
  /** The term: the card is placed beside it, and returns the focus to it. */
  anchor: HTMLElement;
  onClose(): void;
  children: ComponentChild;
}

/** Opens when it is mounted; follows the term until it is removed. Use a `key` per term. */
export function CardPopover({ anchor, onClose, children }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = host.current;
    if (!card) return undefined;
    // Puts the card after its term in the order of the Tab key, where the browser supports `source`.
    card.showPopover?.({ source: anchor });
    card.focus();
    const place = async () => {
      const { x, y } = await computePosition(
        anchor,
        card,
        placeBeside({
          limitHeight: (maxHeight) => {
            card.style.maxHeight = `${maxHeight}px`;
          },
          placements: ['bottom-start', 'top-start'],
          windowHeight: innerHeight,
        }),
      );
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
        // An open card would cover the newly focused element.
        if (relatedTarget instanceof Node && !host.current?.contains(relatedTarget)) host.current?.hidePopover?.();
      }}
      onToggle={(event) => {
        if (event.newState !== 'closed') return;
        onClose();
        // After a click elsewhere, the focus is already on the clicked element.
        if (document.activeElement === document.body) anchor.focus();
      }}
    >
      {children}
    </div>
  );
}
