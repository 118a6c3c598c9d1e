/** Owns finding what of a page the keyboard cannot reach, or reaches without a reader seeing where they are. */
import type { Page } from 'puppeteer-core';

interface Walk {
  /** What was to be come to when it began. */
  wanted: Element[];
  reached: Set<Element>;
  /** That look no other than without the focus. */
  unseen: Set<Element>;
  /** That stand outside the window, or under something. */
  covered: Set<Element>;
  /** That stand before what they were come to from. */
  misplaced: Set<Element>;
  hasLeft: boolean;
}

interface KeyboardGlobal {
  walk: Walk;
}

/**
 * Walks through the page by Tab from its beginning, or from the focus where that is in something open over the page, and on
 * from the beginning when the focus has left the page. @returns as text what is amiss: a control not come to, nothing to be
 * seen of the focus, an order that is not the document's, a walk that never leaves.
 */
export async function faultsByKey(page: Page): Promise<string[]> {
  const count = await page.evaluate(startWalk);
  // Once round and more: a browser gives keys to what scrolls, too. Not one by one, which would take most of the time.
  await Promise.all(Array.from({ length: 2 * count + 4 }, () => page.keyboard.press('Tab')));
  return page.evaluate(tellFaults);
}

/** Runs in the page. @returns how much is to be come to. */
function startWalk(): number {
  // What a field commands (`role=option`) has its keys from there, and the parts of a picture by arrows.
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"], [role=button], [role=link]';
  const wanted = [...document.querySelectorAll(controls)].filter(
    (item) => item.checkVisibility() && !item.matches(':disabled, [type=radio]:not(:checked), svg [tabindex="-1"]'),
  );
  const walk: Walk = {
    wanted,
    reached: new Set(),
    unseen: new Set(),
    covered: new Set(),
    misplaced: new Set(),
    hasLeft: false,
  };
  Object.assign(globalThis, { walk });

  /** Some fields are drawn by their label. */
  const drawnOf = (item: Element) => (item instanceof HTMLInputElement && item.labels?.[0]) || item;
  const lookOf = (item: Element) =>
    [item, drawnOf(item), ...drawnOf(item).querySelectorAll('*')]
      .map((part) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, stroke } = getComputedStyle(part);
        return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, stroke].join();
      })
      .join();
  const isCovered = (item: Element) =>
    ![...drawnOf(item).getClientRects()].some(({ left, top, width, height }) => {
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return drawnOf(item).contains(hit);
    });

  if (!document.activeElement?.closest('[popover]')) {
    // The next Tab goes on from where something had the focus.
    const start = document.createElement('div');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
  }
  let last: { item: Element; look: string } | null = null;
  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    walk.reached.add(target);
    // What is open over the page has its place in the order where it was opened.
    const isOver = [target, last?.item].some((item) => item?.closest('[popover]'));
    const isAfter = !last || (last.item.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (!isOver && !isAfter) walk.misplaced.add(target);
    last = { item: target, look: lookOf(target) };
  });
  // Only now the page has scrolled to it; and before the page itself hears of it.
  const onLeave = ({ target, relatedTarget }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    if (lookOf(target) === last?.look) walk.unseen.add(target);
    if (isCovered(target)) walk.covered.add(target);
    if (relatedTarget) return;
    walk.hasLeft = true;
    last = null;
  };
  addEventListener('focusout', onLeave, true);
  return wanted.length;
}

/** Runs in the page. */
function tellFaults(): string[] {
  const { walk } = globalThis as unknown as KeyboardGlobal; // Set above.
  const named = (why: string, items: Iterable<Element>) =>
    Array.from(items, (item) => `${why}: ${item.outerHTML.slice(0, 120)}`);
  return [
    ...named(
      'not reached',
      walk.wanted.filter((item) => !walk.reached.has(item)),
    ),
    ...named('nothing to be seen of the focus', walk.unseen),
    ...named('under something, or out of sight', walk.covered),
    ...named('before what comes before it', walk.misplaced),
    ...(walk.hasLeft || walk.wanted.length === 0 ? [] : ['no way out of the page']),
  ];
}
