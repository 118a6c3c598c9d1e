/** Owns taking a picture of a screen: as it is, and as a reader with a dark scheme sees it. */
import type { Page } from 'puppeteer-core';

export type Photograph = (page: Page, name: string) => Promise<void>;

/** Two pictures: `name.png`, and `name-dark.png`. */
export async function photographBoth(page: Page, path: `${string}.png`): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await emulate(page, scheme);
    const target: `${string}.png` = scheme === 'light' ? path : `${path.slice(0, -4)}-dark.png`;
    await page.screenshot({ path: target });
  }
  await emulate(page, 'light');
}

/** Without motion, so that no picture is taken half-way. */
export async function emulate(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}
