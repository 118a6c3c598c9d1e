/** Owns the time from a pointer's rest to a painted card, beyond the delay that is meant: the first in a tab, and later ones. */
import type { Page } from 'puppeteer-core';
import { untilNoCard } from '../../browser/card';
import { type Driver, launchChromium, launchFirefox } from '../../browser/driver';
import { untilMarked } from '../../browser/marks';
import { servePages } from '../../browser/server';
import { placeOf } from '../../browser/text';
import { until } from '../../browser/wait';
import type { Measured } from '../result';

const FIRST = 12;
const LATER = 40;
const REST_MS = 300;
/** What a reader takes for at once, and a frame: beyond the delay, at the 95th percentile, in ms. */
const AIMS = { first: 100, later: 16 };

/** Terms of one paragraph of the demo page. */
const TERMS = ['科创中国', '智汇中国', '全国科普日', '科普中国'];

export async function measureCard(): Promise<Measured[]> {
  return [...(await measureIn('Chromium', launchChromium)), ...(await measureIn('Firefox', launchFirefox))];
}

async function measureIn(name: string, launch: () => Promise<Driver>): Promise<Measured[]> {
  const [server, driver] = await Promise.all([servePages(), launch()]);
  try {
    await driver.install();
    const backstage = await driver.openExtensionPage('bulletin.html');
    const first: number[] = [];
    const later: number[] = [];
    for (let i = 0; i < FIRST; i++) {
      const page = await driver.newPage();
      await page.setViewport({ width: 1000, height: 760 });
      await page.goto(`${server.origin}/news.html?${i}`);
      await page.bringToFront();
      await untilMarked(page);
      first.push(await timeOf(backstage, page, TERMS[0] ?? ''));
      for (let k = 0; i === FIRST - 1 && k < LATER; k++) {
        later.push(await timeOf(backstage, page, TERMS[(k + 1) % TERMS.length] ?? ''));
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
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  const result = (what: string, value: number): Measured => ({
    name: `${name}, ${what}`,
    value,
    unit: 'ms',
    limit,
    peers: {},
  });
  // A card may be there before the delay is over, by the lead it is given: that is no time at all.
  return [result(`p95 of ${times.length}`, Math.max(0, at(0.95))), result('median', Math.max(0, at(0.5)))];
}

/** Rests the pointer on a term, and takes the time until its card was painted, beyond the rest; in ms. */
async function timeOf(backstage: Page, page: Page, term: string): Promise<number> {
  const { x, y } = await placeOf(page, '#brands', term);
  await page.mouse.move(4, 4);
  // A pointer that stood for a moment and then comes to rest elsewhere does not fly by.
  await new Promise((resolve) => setTimeout(resolve, 250));
  await watch(backstage, page);
  await page.mouse.move(x, y);
  const time = await until('the card to be painted', () => readTime(backstage, page));
  await page.keyboard.press('Escape');
  await untilNoCard(page);
  return time - REST_MS;
}

/** Watches from where our own scripts run, frame by frame: from the frame that sees the pointer to the one with the card. */
function watch(backstage: Page, page: Page): Promise<unknown> {
  return backstage.evaluate(
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
          // The next task comes after this frame is painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => { state.to = performance.now(); };
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }`,
    ),
  );
}

async function readTime(backstage: Page, page: Page): Promise<number | null> {
  const source = '() => (globalThis.cardBench.to ? globalThis.cardBench.to - globalThis.cardBench.from : null)';
  return (await backstage.evaluate(inPage(page, source))) as number | null; // What the function gives.
}

/** Code for a page of the extension that runs `source` in the isolated world of `page`. */
function inPage(page: Page, source: string): string {
  return `(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    const tab = (await api.tabs.query({})).find(({ url }) => url === ${JSON.stringify(page.url())});
    const [injection] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: ${source} });
    return injection?.result ?? null;
  })()`;
}
