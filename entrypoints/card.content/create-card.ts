/** Owns the card as the engine knows it: show beside an anchor, pin, close. */
import type { Card, CardDesk, CardScene } from '../shared/page/card-api';
import { isolatedWorld } from '../shared/page/isolated-world';
import { CardHost } from './card-host';
import { CardStack } from './card-stack';

/** Makes the frame's card. Nothing is in the page until `show`. */
export function createCard(desk: CardDesk): Card {
  const host = new CardHost({
    onReturn: () => {
      // Those that stood on it went with it.
      while (stack.closeInner());
    },
    onGivenUp: () => desk.onClose(),
  });
  const { element, root } = host;
  const stack: CardStack = new CardStack(host, { desk, host: element, root });
  isolatedWorld().onWords = () => stack.renew();
  let scene: CardScene | null = null;
  let isPinned = false;
  element.addEventListener('pointerenter', (event) => event.isTrusted && desk.onEnter());
  element.addEventListener('pointerleave', (event) => event.isTrusted && desk.onLeave());
  return {
    isHost: (target) => target === element,
    show(next) {
      scene = next;
      isPinned = false;
      host.open(next.anchor.context);
      if (!host.isOpen) {
        queueMicrotask(() => desk.onClose());
        return;
      }
      host.dress(next.isDark, next.layout);
      stack.show(next);
      if (next.layout === 'sheet') makeRoom(element, next);
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

/** A sheet at the foot of the screen must not cover the mark it explains: the page goes up by what is missing. */
function makeRoom(sheet: HTMLElement, { anchor }: CardScene): void {
  requestAnimationFrame(() => {
    const mark = anchor.box();
    const missing = mark ? mark.bottom + mark.height - sheet.getBoundingClientRect().top : 0;
    if (missing <= 0) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: missing, behavior: isStill ? 'instant' : 'smooth' });
  });
}
