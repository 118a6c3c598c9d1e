/** Owns what is listened to only while a card is open: Esc, presses elsewhere, the end of the page or of the extension. */

/** How often it is looked whether the extension is still there, in ms: no event tells that it went. */
const PULSE_MS = 400;

export interface WhileOpen {
  /** Esc, which the page then does not get to know. */
  onEscape(): void;
  /** A press that is not the card's: of a mouse or pen at once, of a finger when it turns out not to scroll. */
  onPress(event: PointerEvent): void;
  onEnd(): void;
  isAlive(): boolean;
}

export function listenWhileOpen({ onEscape, onPress, onEnd, isAlive }: WhileOpen, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onEscape();
  };
  const onPointer = (event: PointerEvent) => {
    if (event.isTrusted && event.pointerType !== 'touch') onPress(event);
  };
  const onClick = (event: MouseEvent) => {
    if (event.isTrusted && event instanceof PointerEvent && event.pointerType === 'touch') onPress(event);
  };
  addEventListener('keydown', onKey, { capture: true, signal });
  addEventListener('pointerdown', onPointer, { capture: true, passive: true, signal });
  addEventListener('click', onClick, { capture: true, passive: true, signal });
  addEventListener('pagehide', (event) => event.isTrusted && onEnd(), { signal });
  // A page that turns into another without loading: the card belongs to the one before.
  const begun = location.pathname + location.search;
  const onTurn = (event: Event) => {
    if (event.isTrusted && location.pathname + location.search !== begun) onEnd();
  };
  // Older Firefox has no such thing: there the end of the mark closes the card.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', onTurn, { signal });
  const pulse = setInterval(isAlive, PULSE_MS);
  signal.addEventListener('abort', () => clearInterval(pulse), { once: true });
}
