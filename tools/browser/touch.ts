/** Taps like a finger, however slow the driver is. */
import type { Page } from 'puppeteer-core';
import { runningBrowsers } from './wait';

/**
 * Taps a point of the viewport, in CSS pixels. In Chromium both events are sent at once: a finger that waits for an answer
 * in between is held so long on a busy machine that it opens the context menu. Firefox is started with other limits.
 */
export async function tapAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  if (runningBrowsers.get(page.browser()) !== 'chromium') return page.touchscreen.tap(x, y);
  const session = await page.createCDPSession();
  await Promise.all([
    session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] }),
    session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  ]);
  await session.detach();
}
