/** Finds text on a page, and moves the pointer to it. */
import type { Page } from 'puppeteer-core';

/** A point in the viewport, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Scrolls to the first occurrence of `text` in one text node under `selector`. @returns its centre. @throws if there is none. */
export async function placeOf(page: Page, selector: string, text: string): Promise<Point> {
  return page.evaluate(
    (wanted, within) => {
      const root = document.querySelector(within);
      if (!root) throw new Error(`there is no ${within}`);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = range.getClientRects()[0];
        if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      throw new Error(`there is no ${wanted} in ${within}`);
    },
    text,
    selector,
  );
}

/** Moves the pointer to the text in several steps, like a hand, and rests there. @returns its place. */
export async function pointAt(page: Page, selector: string, text: string): Promise<Point> {
  const place = await placeOf(page, selector, text);
  await page.mouse.move(place.x - 40, place.y + 90);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  return place;
}
