/** Measures the time from the pointer's rest to a painted card, minus the intended delay: for the first card of a tab, and later ones. */
import type { Page } from 'puppeteer-core';
import { untilNoCard } from '../../browser/card';
import { type Driver, launchChromium, launchFirefox } from '../../browser/driver';
import { untilMarked } from '../../browser/marks';
import { servePages } from '../../browser/server';
import { placeOf } from '../../browser/text';
import { until } from '../../browser/wait';
import type { Measured } from '../result';
import { quantileOf } from '../timing';

const FIRST = 12;
const LATER = 40;
const REST_MS = 300;
/** Budgets at the 95th percentile, in ms beyond the delay: perceived as immediate, and one frame. */
const AIMS = { first: 100, later: 16 };

/** Terms of one paragraph of the demo page. */
const TERMS = ['科创中国', '智汇中国', '全国科普日', '科普中国'];

/** Needs builds for both browsers. */
export async function measureCard(): Promise<Measured[]> {
  return [...(await measureIn('Chromium', launchChromium)), ...(await measureIn('Firefox', launchFirefox))];
}

async function measureIn(name: string, launch: () => Promise<Driver>): Promise<Measured[]> {
  const [server, driver] = await Promise.all([servePages(), launch()]);
  try {
    await driver.install();
    const extensionPage = await driver.extensionPage();
    const first: number[] = [];
    const later: number[] = [];
    for (let i = 0; i < FIRST; i++) {
      const page = await driver.newPage();
      await page.setViewport({ width: 1000, height: 760 });
      await page.goto(`${server.origin}/news.html?${i}`);
      await page.bringToFront();
      await untilMarked(page);
      first.push(await timeOf(extensionPage, page, TERMS[0] ?? ''));
      for (let k = 0; i === FIRST - 1 && k < LATER; k++) {
        later.push(await timeOf(extensionPage, page, TERMS[(k + 1) % TERMS.length] ?? ''));
      }
      await page.close();
    }
    return [
      ...resultsOf(`${name}, first card in a tab`, first, AIMS.first),
      ...resultsOf(`${name}, later cards`, later, AIMS.later),
    ];
  } finally {
    await driver.close();
    await server.close();
  }
}

function resultsOf(name: string, times: readonly number[], limit: number): Measured[] {
  const result = (what: string, share: number): Measured => ({
    name: `${name}, ${what}`,
    // A card prepared in advance can be painted before the delay is over.
    value: Math.max(0, quantileOf(times, share)),
    unit: 'ms',
    limit,
    peers: {},
  });
  return [result(`p95 of ${times.length}`, 0.95), result('median', 0.5)];
}

/** Rests the pointer on a term. @returns the time until its card was painted, minus the delay, in ms. */
async function timeOf(extensionPage: Page, page: Page, term: string): Promise<number> {
  const { x, y } = await placeOf(page, '#brands', term);
  await page.mouse.move(4, 4);
  // A pause before the movement, so that the engine does not treat it as a fly-by.
  await new Promise((resolve) => setTimeout(resolve, 250));
  await watch(extensionPage, page);
  await page.mouse.move(x, y);
  const time = await until('the card to be painted', () => readTime(extensionPage, page));
  await page.keyboard.press('Escape');
  await untilNoCard(page);
  return time - REST_MS;
}

/** Records, in the isolated world, the time of the frame after the pointer moved and of the frame that painted the card. */
function watch(extensionPage: Page, page: Page): Promise<unknown> {
  return extensionPage.evaluate(
    inPage(
      page,
      `() => {
        const state = (globalThis.cardBench = { from: 0, to: 0 });
        addEventListener('pointermove', () => requestAnimationFrame((time) => { state.from = time; }), { once: true, capture: true });
        const dom = (globalThis.chrome ?? globalThis.browser)?.dom;
        const look = () => {
          const host = document.querySelector('[popover]:popover-open');
          const root = host && (dom ? dom.openOrClosedShadowRoot(host) : host.openOrClosedShadowRoot);
          if (!root?.querySelector('article[aria-labelledby]')) return requestAnimationFrame(look);
          // The next task runs after this frame is painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => { state.to = performance.now(); };
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }`,
    ),
  );
}

async function readTime(extensionPage: Page, page: Page): Promise<number | null> {
  const source = '() => (globalThis.cardBench.to ? globalThis.cardBench.to - globalThis.cardBench.from : null)';
  return (await extensionPage.evaluate(inPage(page, source))) as number | null; // What the function gives.
}

/** Code for an extension page that runs `source` in the isolated world of `page`. */
function inPage(page: Page, source: string): string {
  return `(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    const tab = (await api.tabs.query({})).find(({ url }) => url === ${JSON.stringify(page.url())});
    const [injection] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: ${source} });
    return injection?.result ?? null;
  })()`;
}
