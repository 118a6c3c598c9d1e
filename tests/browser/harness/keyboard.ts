/** Owns finding what of a page the keyboard cannot reach. */
import type { Page } from 'puppeteer-core';

interface KeyboardGlobal {
  reached?: Set<Element>;
  unseen?: Set<Element>;
}

/**
 * Walks through the page by Tab, once round. @returns what can be acted on by pointer and was not come to, and what was come
 * to without showing it, as text. What a field commands (`role=option`) has its keys from there.
 */
export async function faultsByKey(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    const { body } = document;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const reached = new Set<Element>();
    const unseen = new Set<Element>();
    Object.assign(globalThis, { reached, unseen });
    addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element) || target === body) return;
      reached.add(target);
      const { outlineStyle, outlineWidth } = getComputedStyle(target);
      if (outlineStyle === 'none' || outlineWidth === '0px') unseen.add(target);
    });
    return document.querySelectorAll('a[href], button, input, select, textarea, summary').length;
  });
  for (let i = 0; i <= count + 1; i++) await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const { reached, unseen } = globalThis as KeyboardGlobal; // Set above.
    const wanted = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
      (item) => item.checkVisibility() && !item.matches(':disabled, [type=radio]:not(:checked)'),
    );
    const named = (why: string, items: Iterable<Element>) =>
      Array.from(items, (item) => `${why}: ${item.outerHTML.slice(0, 120)}`);
    return [
      ...named(
        'not reached',
        wanted.filter((item) => !reached?.has(item)),
      ),
      ...named('nothing to be seen of the focus', unseen ?? []),
    ];
  });
}
