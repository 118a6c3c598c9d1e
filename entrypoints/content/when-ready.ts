/** Waits until a frame is visible and large enough for text. */
import { onDocumentReplaced } from '../shared/page/page-events';

/** Frames smaller than this are left alone: those of an advertisement's size. In CSS pixels. */
const MIN_WIDTH = 200;
const MIN_HEIGHT = 100;

/** When the size of a small frame is read again, in ms. */
const LATE_SIZE_MS = [50, 500, 5000];

/** `prerendering`: in Chromium only. */
type Prerendered = Document & { prerendering?: boolean };

/** Calls `onActive` now, or once a prerendered page is shown to the reader. */
export function whenActivated(onActive: () => unknown): void {
  const { prerendering } = document as Prerendered; // Absent in Firefox.
  if (!prerendering) onActive();
  // A page may forge the event while it is still prerendered: then the wait continues.
  else document.addEventListener('prerenderingchange', () => whenActivated(onActive), { once: true });
}

/** Calls `onLarge` once, as soon as this frame is large enough, unless `signal` aborts before. The top frame always is. */
export function whenLarge(onLarge: () => unknown, signal: AbortSignal): void {
  let isDone = false;
  const check = () => {
    if (isDone || (window !== window.top && (innerWidth < MIN_WIDTH || innerHeight < MIN_HEIGHT))) return;
    isDone = true;
    onLarge();
  };
  check();
  if (isDone) return;
  const listen = () => addEventListener('resize', check, { passive: true, signal });
  listen();
  onDocumentReplaced(listen, signal);
  // A frame of another site gets its size later, out of view without any event or rendering.
  const timers = LATE_SIZE_MS.map((ms) => setTimeout(check, ms));
  signal.addEventListener('abort', () => timers.forEach(clearTimeout), { once: true });
}
