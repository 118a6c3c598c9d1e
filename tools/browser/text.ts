/** Owns finding text on a page, and pointing at it. */
import type { Page } from 'puppeteer-core';

export interface Point {
  x: number;
  y: number;
}

/** The middle of the first occurrence of `text` in one text node under `selector`, in the viewport; scrolls there. */
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

/** Brings the pointer to rest on the text, as a hand does: a movement that ends there. */
export async function pointAt(page: Page, selector: string, text: string): Promise<Point> {
  const place = await placeOf(page, selector, text);
  await page.mouse.move(place.x - 40, place.y + 90);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  return place;
}
