/** Listens, while a card is open, for the events that close it: Esc, presses elsewhere, the end of the page or extension. */

/** How often the extension is checked for being there, in ms: no event tells when it is removed. */
const PULSE_MS = 400;

/** What happens while a card is open. */
export interface WhileOpen {
  /** Esc was pressed; the page does not receive the event. */
  onEscape(): void;
  /** A press of a mouse or pen, or a tap: of a finger only what turns out not to scroll. */
  onPress(event: PointerEvent): void;
  /** The page was left, also for another page of the same document. */
  onEnd(): void;
  /** Called every `PULSE_MS`. */
  isAlive(): boolean;
}

/** Listens until `signal` aborts. */
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
