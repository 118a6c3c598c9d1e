/** Observes events after which the page may paint text differently: hovering, presses, transitions, moves of the focus. */
import { composedParentOf, isElement, isInside } from './dom';
import { followEvents } from './follow-view';

const EVENTS = ['click', 'transitionend', 'animationend', 'focusin', 'focusout'];

/** Elements entered and left in one frame above which all of the page is meant. */
const MAX_CROSSED = 8;

/**
 * Calls `onChange` in the frame after such an event, until `signal` aborts. With an element: only text inside it is concerned.
 * @returns a function that listens again after the page removed our listeners.
 */
export function watchPaint(onChange: (inside?: Element) => void, signal: AbortSignal): () => void {
  const crossed = new Set<Element>();
  const report = () => {
    if (crossed.size > MAX_CROSSED) onChange();
    else for (const element of crossed) onChange(element);
    crossed.clear();
  };
  const onOver = ({ isTrusted, target, relatedTarget }: PointerEvent) => {
    if (!isTrusted) return;
    if (crossed.size === 0) requestAnimationFrame(() => signal.aborted || report());
    for (const [from, to] of [
      [relatedTarget, target],
      [target, relatedTarget],
    ]) {
      const element = outermostLeft(from, to);
      if (element) crossed.add(element);
    }
  };
  const { listen } = followEvents(EVENTS, onChange, signal);
  const listenAgain = () => {
    listen();
    addEventListener('pointerover', onOver, { capture: true, passive: true, signal });
  };
  listenAgain();
  return listenAgain;
}

/** The outermost element that the pointer left on its way between two nodes; null if it left none. */
function outermostLeft(from: EventTarget | null | undefined, to: EventTarget | null | undefined): Element | null {
  let outermost: Element | null = null;
  for (let node = from instanceof Node ? from : null; node; node = composedParentOf(node)) {
    if (!isElement(node)) continue;
    if (to instanceof Node && isInside(to, node)) break;
    outermost = node;
  }
  return outermost;
}
