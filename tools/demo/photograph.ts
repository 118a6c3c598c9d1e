/** Owns taking a picture of a screen: as it is, and as a reader with a dark scheme sees it. */
import type { Page, ScreenshotOptions } from 'puppeteer-core';

export type Photograph = (page: Page, name: string) => Promise<void>;

/** Two pictures: `name.png`, and `name-dark.png`. */
export async function photographBoth(page: Page, path: `${string}.png`): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await emulate(page, scheme);
    const target: `${string}.png` = scheme === 'light' ? path : `${path.slice(0, -4)}-dark.png`;
    await page.screenshot({ path: target, ...(await popupOf(page)) });
  }
  await emulate(page, 'light');
}

/** The popup without what its window, which comes to its size later, has beside it; nothing on other pages. */
async function popupOf(page: Page): Promise<ScreenshotOptions> {
  const clip = await page.evaluate(() => {
    const box = document.querySelector('.popup')?.getBoundingClientRect();
    return box ? { x: box.x, y: box.y, width: box.width, height: Math.min(box.height, innerHeight) } : null;
  });
  return clip ? { clip } : {};
}

/** Without motion, so that no picture is taken half-way. */
export async function emulate(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}
