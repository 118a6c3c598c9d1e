/** Takes pictures of pages in the light and the dark colour scheme. */
import type { Page, ScreenshotOptions } from 'puppeteer-core';

/** Takes pictures of a page, in both schemes or in the page's. @param name without extension. */
export type Photograph = (page: Page, name: string) => Promise<void>;

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Writes `path`, and the dark picture beside it with the suffix `-dark`. Leaves the page in the light scheme. */
export async function photographBoth(page: Page, path: `${string}.png`): Promise<void> {
  for (const scheme of SCHEMES) {
    await emulate(page, scheme);
    await photographOnce(page, path, scheme);
  }
  await emulate(page, 'light');
}

/** Writes one picture, of a page that has the scheme already. A card keeps the scheme in which it was opened. */
export async function photographOnce(page: Page, path: `${string}.png`, scheme: Scheme): Promise<void> {
  const target: `${string}.png` = scheme === 'light' ? path : `${path.slice(0, -4)}-dark.png`;
  await page.screenshot({ path: target, ...(await popupOf(page)) });
}

/** Clips to the popup, because its window may still be larger; no clip on other pages. */
async function popupOf(page: Page): Promise<ScreenshotOptions> {
  const clip = await page.evaluate(() => {
    const box = document.querySelector('.popup')?.getBoundingClientRect();
    return box ? { x: box.x, y: box.y, width: box.width, height: Math.min(box.height, innerHeight) } : null;
  });
  return clip ? { clip } : {};
}

/** Emulates a colour scheme, and reduced motion, so that no picture shows an animation half-way. */
export async function emulate(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}
