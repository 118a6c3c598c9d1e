/** Creates the card behind its contract with the engine (`card-api.ts`). */
import type { Card, CardHost, CardScene } from '../shared/page/card-api';
import { isolatedWorld } from '../shared/page/isolated-world';
import { CardStack } from './card-stack';
import { ShadowHost } from './shadow-host';

/** Creates the frame's card. Nothing is in the page until `show`. */
export function createCard(engine: CardHost): Card {
  const host = new ShadowHost({
    onReturn: () => {
      // Removing the host closed the popovers of inner cards.
      while (stack.closeInner());
    },
    onGivenUp: () => engine.notify('dismissed'),
  });
  const { element } = host;
  const stack: CardStack = new CardStack(host, engine);
  isolatedWorld().onWords = () => stack.refresh();
  let scene: CardScene | null = null;
  let isPinned = false;
  element.addEventListener('pointerenter', (event) => event.isTrusted && engine.notify('entered'));
  element.addEventListener('pointerleave', (event) => event.isTrusted && engine.notify('left'));
  return {
    isTargetOf: (event) => host.isTargetOf(event),
    hasFocus: () => host.hasFocus,
    isPointedAt: () => element.matches(':hover'),
    isAtMark: () => stack.isAtMark,
    show(next) {
      scene = next;
      isPinned = false;
      host.open(next.anchor.context(), engine.settings().textSize);
      if (!host.isOpen) {
        queueMicrotask(() => engine.notify('dismissed'));
        return;
      }
      host.setAppearance(next.isDark, next.layout);
      stack.show(next);
      if (next.layout === 'sheet') makeRoom(element, next, () => scene === next && host.isOpen);
    },
    setPinned(next) {
      if (next === isPinned) return;
      isPinned = next;
      stack.outermost?.setPinned(next);
      if (next) stack.hold();
      else if (scene?.layout === 'beside') stack.follow(scene.anchor);
    },
    focus: () => stack.innermost?.focus(),
    closeInner: () => stack.closeInner(),
    close() {
      stack.clear();
      host.close();
      scene = null;
    },
    box: () => (host.isOpen ? element.getBoundingClientRect() : null),
  };
}

/** Scrolls the page so that a sheet at the foot of the screen does not cover the mark it explains, also once it has grown. */
function makeRoom(sheet: HTMLElement, { anchor }: CardScene, isCurrent: () => boolean): void {
  const observer = new ResizeObserver(() => {
    if (!isCurrent()) {
      observer.disconnect();
      return;
    }
    const mark = anchor.box();
    const missing = mark ? mark.bottom + mark.height - sheet.getBoundingClientRect().top : 0;
    if (missing <= 0) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: missing, behavior: isStill ? 'instant' : 'smooth' });
  });
  observer.observe(sheet);
}
