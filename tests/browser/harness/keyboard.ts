/** Finds keyboard faults of a page: controls that Tab does not reach, invisible or covered focus, wrong order. */
import type { Page } from 'puppeteer-core';
import { until } from '../../../tools/browser/wait';

interface Walk {
  /** Controls to be reached, from the start. */
  wanted: Element[];
  reached: Set<Element>;
  /** Controls that look the same with and without the focus, with what the browser said of them when they got it. */
  unseen: Map<Element, string>;
  /** Controls outside the window or covered by something. */
  covered: Set<Element>;
  /** Controls that precede the one focused before them. */
  misplaced: Set<Element>;
  hasLeft: boolean;
}

interface KeyboardGlobal {
  walk: Walk;
}

/**
 * Walks through the page by Tab from its beginning, or from the focus if that is in a popover. When the focus leaves the
 * page, the walk starts at the beginning. @returns the faults as text: controls that were not reached, invisible or covered
 * focus, an order different from the document's, and a focus that never leaves the page.
 */
export async function faultsByKey(page: Page): Promise<string[]> {
  // A tab that closed before may give the window's focus to another.
  await page.bringToFront();
  await until('the page to have the focus', () => page.evaluate(() => document.hasFocus()));
  const count = await page.evaluate(startWalk);
  // More than one round, because scrollable areas get the focus, too. Keys are sent without waiting, to save time.
  await Promise.all(Array.from({ length: 2 * count + 4 }, () => page.keyboard.press('Tab')));
  return page.evaluate(listFaults);
}

/** Runs in the page. @returns the number of controls to be reached. */
function startWalk(): number {
  // Without options of a field and parts of a picture, which have arrow keys.
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"], [role=button], [role=link]';
  const wanted = [...document.querySelectorAll(controls)].filter(
    (item) => item.checkVisibility() && !item.matches(':disabled, [type=radio]:not(:checked), svg [tabindex="-1"]'),
  );
  const walk: Walk = {
    wanted,
    reached: new Set(),
    unseen: new Map(),
    covered: new Set(),
    misplaced: new Set(),
    hasLeft: false,
  };
  Object.assign(globalThis, { walk });

  /** The element that is visible for a control: some fields are drawn by their label. */
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
    // The next Tab continues from the last focused element, even a removed one.
    const start = document.createElement('div');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
  }
  let last: { item: Element; look: string; state: string } | null = null;
  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    walk.reached.add(target);
    // A popover's place in the order is where it was opened.
    const isOver = [target, last?.item].some((item) => item?.closest('[popover]'));
    const isAfter = !last || (last.item.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (!isOver && !isAfter) walk.misplaced.add(target);
    const state = `focus-visible ${target.matches(':focus-visible')}, page focused ${document.hasFocus()}`;
    last = { item: target, look: lookOf(target), state };
  });
  // On leaving, the page has scrolled to the control; captured, so that listeners of the page run later.
  const onLeave = ({ target, relatedTarget }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    if (lookOf(target) === last?.look)
      walk.unseen.set(target, last.item === target ? last.state : 'it never got the focus');
    if (isCovered(target)) walk.covered.add(target);
    if (relatedTarget) return;
    walk.hasLeft = true;
    last = null;
  };
  addEventListener('focusout', onLeave, true);
  return wanted.length;
}

/** Runs in the page. */
function listFaults(): string[] {
  const { walk } = globalThis as unknown as KeyboardGlobal; // Set above.
  const named = (why: string, items: Iterable<Element>) =>
    Array.from(items, (item) => `${why}: ${item.outerHTML.slice(0, 120)}`);
  return [
    ...named(
      'not reached',
      walk.wanted.filter((item) => !walk.reached.has(item)),
    ),
    ...[...walk.unseen].flatMap(([item, state]) => named(`focus is invisible (${state})`, [item])),
    ...named('covered or out of view', walk.covered),
    ...named('out of order', walk.misplaced),
    ...(walk.hasLeft || walk.wanted.length === 0 ? [] : ['the focus never leaves the page']),
  ];
}
