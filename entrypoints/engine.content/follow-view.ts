/** Observes events after which other text may be in view. */

/** Minimum time between two calls, in ms. */
const INTERVAL_MS = 100;

/** Events of scrolling and unfolding, clicks that show something, and what moves a page that scrolls by itself. */
const EVENTS = ['scroll', 'resize', 'toggle', 'click', 'transitionend', 'wheel', 'touchmove', 'keyup'];

/** Blocks whose way in and out of the viewport is observed, at most. */
const MAX_OBSERVED = 32;

/** Watches for movements of the view. */
export interface ViewFollower {
  /** Listens again after the page removed our listeners (`document.open` does). */
  listen(): void;
  /**
   * Observes some of these elements, instead of earlier ones: if one enters or leaves the viewport, by whatever means, the
   * view has moved. In any order; the cost is that of `MAX_OBSERVED` targets of an IntersectionObserver.
   */
  observe(elements: readonly Element[]): void;
}

/** Calls `onMove` when the view may have moved, until `signal` aborts. Costs nothing between events. */
export function followView(onMove: () => void, signal: AbortSignal): ViewFollower {
  const { note, listen } = followEvents(EVENTS, onMove, signal);
  const size = new ResizeObserver(note);
  const crossings = new Crossings(note);
  const stop = () => {
    size.disconnect();
    crossings.observe([]);
  };
  signal.addEventListener('abort', stop, { once: true });
  const listenAgain = () => {
    listen();
    size.disconnect();
    if (!signal.aborted) size.observe(document.documentElement);
  };
  listenAgain();
  return { listen: listenAgain, observe: (elements) => crossings.observe(signal.aborted ? [] : elements) };
}

/** Calls after an event: one in the next frame, and one for text that the page shows a little later. */
const CALLS = 2;

/**
 * Calls `onChange` after events of the window, at most once an interval, until `signal` aborts. Call `listen` to begin, and
 * again after the page removed our listeners.
 * @returns `note`, which has the effect of an event.
 */
export function followEvents(
  events: readonly string[],
  onChange: () => void,
  signal: AbortSignal,
): { note: () => void; listen: () => void } {
  let callsDue = 0;
  let isRunning = false;
  const note = () => {
    callsDue = CALLS;
    if (!isRunning) run();
  };
  const run = () => {
    isRunning = callsDue > 0 && !signal.aborted;
    if (!isRunning) return;
    requestAnimationFrame(() => {
      if (signal.aborted) return;
      callsDue--;
      onChange();
      setTimeout(run, INTERVAL_MS);
    });
  };
  const listen = () => {
    for (const event of events) addEventListener(event, note, { capture: true, passive: true, signal });
  };
  return { note, listen };
}

/** Tells when one of some elements enters or leaves the viewport. */
class Crossings {
  readonly #observer: IntersectionObserver;
  /** By observed element: whether it was in the viewport; null before the first report. */
  #known = new Map<Element, boolean | null>();

  constructor(onCrossing: () => void) {
    this.#observer = new IntersectionObserver((entries) => {
      let hasCrossed = false;
      for (const { target, isIntersecting } of entries) {
        const before = this.#known.get(target);
        if (before === undefined) continue;
        this.#known.set(target, isIntersecting);
        hasCrossed ||= before !== null && before !== isIntersecting;
      }
      if (hasCrossed) onCrossing();
    });
  }

  observe(elements: readonly Element[]): void {
    const every = Math.ceil(elements.length / MAX_OBSERVED);
    const wanted = new Map<Element, boolean | null>();
    for (const [i, element] of elements.entries()) {
      if (i % every === 0) wanted.set(element, this.#known.get(element) ?? null);
    }
    for (const element of this.#known.keys()) if (!wanted.has(element)) this.#observer.unobserve(element);
    for (const element of wanted.keys()) if (!this.#known.has(element)) this.#observer.observe(element);
    this.#known = wanted;
  }
}
