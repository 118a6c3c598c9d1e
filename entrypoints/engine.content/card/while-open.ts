/** Listens, while a card is open, for the events that close it: Esc, presses elsewhere, the end of the page or extension. */

/** A pressed pointer that moved further than this selects text, in CSS pixels. */
const DRAG = 4;
/** How often the extension is checked for being there, in ms: no event tells when it is removed. */
const PULSE_MS = 400;

/** The events while a card is open. */
export interface WhileOpen {
  /** Esc was pressed; the page does not receive the event. */
  onEscape(): void;
  isCard(event: Event): boolean;
  /** Whether the pointer is on the mark of the card. */
  isOnMark(event: PointerEvent): boolean;
  /**
   * The reader pressed elsewhere, of a finger only what turns out not to scroll, or selects text from the mark on, which the
   * card would cover.
   */
  onLeave(): void;
  /** The page was left, also for another page of the same document. */
  onEnd(): void;
  /** Called every `PULSE_MS`. */
  isAlive(): boolean;
}

/** Listens until `signal` aborts. */
export function listenWhileOpen(open: WhileOpen, signal: AbortSignal): void {
  const { onEscape, isCard, isOnMark, onLeave, onEnd, isAlive } = open;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onEscape();
  };
  let pressed: PointerEvent | null = null;
  const onPress = (event: PointerEvent) => {
    const isOutside = !isCard(event);
    pressed = isOutside && isOnMark(event) ? event : null;
    if (isOutside && !pressed) onLeave();
  };
  const onPointer = (event: PointerEvent) => {
    if (event.isTrusted && event.pointerType !== 'touch') onPress(event);
  };
  const onMove = ({ isTrusted, buttons, clientX: x, clientY: y }: PointerEvent) => {
    if (isTrusted && buttons === 1 && pressed && Math.hypot(x - pressed.clientX, y - pressed.clientY) > DRAG) onLeave();
  };
  const onClick = (event: MouseEvent) => {
    if (event.isTrusted && event instanceof PointerEvent && event.pointerType === 'touch') onPress(event);
  };
  addEventListener('keydown', onKey, { capture: true, signal });
  addEventListener('pointerdown', onPointer, { capture: true, passive: true, signal });
  addEventListener('pointermove', onMove, { capture: true, passive: true, signal });
  addEventListener('click', onClick, { capture: true, passive: true, signal });
  addEventListener('pagehide', (event) => event.isTrusted && onEnd(), { signal });
  // A page may become another without loading; the card belongs to the page before.
  const address = location.pathname + location.search;
  const onNavigate = (event: Event) => {
    if (event.isTrusted && location.pathname + location.search !== address) onEnd();
  };
  // Older versions of Firefox lack it: there the card closes with its mark.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', onNavigate, { signal });
  const pulse = setInterval(isAlive, PULSE_MS);
  signal.addEventListener('abort', () => clearInterval(pulse), { once: true });
}
