/** Measures how soon the toolbar popup is there: from its start to the first paint of its field, over a page with terms. */
import { launchChromium } from '../../browser/harness/driver';
import { servePages } from '../../browser/harness/server';
import type { Measured } from '../result';

const OPENINGS = 20;
/** Nobody waits for what is there by then, in ms. */
const AIM_MS = 100;

/** Needs a build. */
export async function measurePopup(): Promise<Measured[]> {
  const [server, driver] = await Promise.all([servePages(), launchChromium()]);
  try {
    await driver.install();
    const page = await driver.browser.newPage();
    await page.goto(`${server.origin}/news.html`);
    const paints: number[] = [];
    for (let i = 0; i < OPENINGS; i++) {
      const popup = await driver.openPopup(page);
      paints.push(await popup.evaluate(firstPaint));
      await popup.close();
    }
    const sorted = [...paints].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
    return [
      ...(['the first time', 'median', '95th percentile'] as const).map((name, i) => ({
        name: `popup painted, ${name}`,
        value: [paints[0] ?? Number.NaN, at(0.5), at(0.95)][i] ?? Number.NaN,
        unit: 'ms' as const,
        limit: AIM_MS,
        peers: {},
      })),
    ];
  } finally {
    await driver.close();
    await server.close();
  }
}

/** Runs in the popup. Since it began to load; waits for the paint if it was not yet. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (!paint) return;
      observer.disconnect();
      resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}
