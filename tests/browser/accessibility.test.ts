import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './harness/axe';
import { type Driver, launchChromium } from './harness/driver';

let driver: Driver;

beforeAll(async () => {
  driver = await launchChromium();
  await driver.install();
});
afterAll(() => driver?.close());

const SCREENS: [string, string, string, (page: Page) => Promise<unknown>][] = [
  ['a bulletin at a passage', 'bulletin.html?id=cast-2021-06-11#p3s1', '.passage.is-current', async () => null],
  [
    'a bulletin with a card open',
    'bulletin.html?id=cast-2021-06-11#p3s1',
    '.card-popover .entry-card',
    async (page) => {
      await page.focus('.term');
      await page.keyboard.press('Enter');
    },
  ],
  ['a bulletin at an unknown passage', 'bulletin.html?id=cast-2021-06-11#p99s9', '.bulletin-notice', async () => null],
  ['the list of bulletins', 'bulletin.html?id=none', '.bulletin-list', async () => null],
  ['the index of the book', 'glossary-browser.html#/category', '.entry-lines li', async () => null],
  ['an entry of the book', 'glossary-browser.html#/entry/words-157', '.entry-relations', async () => null],
  ['an entry there is not', 'glossary-browser.html#/entry/nobody', '.book-notice', async () => null],
  ['the search of the book', 'glossary-browser.html#/search/kexie', '[role=option]', async () => null],
  ['the map with an entry in hand', 'glossary-browser.html#/map/cast', '.map-panel', async () => null],
  ['the timeline', 'glossary-browser.html#/timeline', '.timeline-mark', async () => null],
  ['the side panel of a barred page', 'sidepanel.html', '.panel-message:not(:empty)', async () => null],
  ['the popup', 'popup.html', '.search-field', async () => null],
  ['the popup whose glossary cannot load', 'popup.html?without=frames', '.popup-choices button', async () => null],
  ['the popup with results', 'popup.html', '[role=option]', (page) => page.keyboard.type('zhong')],
  [
    'the popup with no result',
    'popup.html',
    '.popup-message',
    async (page) => {
      await page.keyboard.type('量子纠缠退火');
      await page.waitForFunction(() => document.querySelector('.popup-message')?.textContent?.includes('量子纠缠退火'));
    },
  ],
  [
    'the popup with an entry',
    'popup.html',
    '.entry-card',
    async (page) => {
      await page.keyboard.type('五大任务');
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Enter');
    },
  ],
  ['the options, with nothing changed', 'options.html', '.options-section', async () => null],
  [
    'the options, full, with a fault and a question',
    'options.html',
    '[role=alertdialog]',
    async (page) => {
      await page.waitForSelector('#sites form input');
      for (const pattern of ['*.example.cn', 'a.cn/path']) {
        await page.focus('#sites form input');
        await page.keyboard.type(pattern);
        await page.keyboard.press('Enter');
      }
      await page.evaluate(() => document.querySelectorAll<HTMLElement>('#data .options-actions > button')[1]?.click());
    },
  ],
  ['the options while they load', 'options.html?without=answer', '[aria-busy]', async () => null],
  ['the options that cannot be read', 'options.html?without=storage', '[role=alert]', async () => null],
  ['the first start', 'welcome.html', '.welcome', async () => null],
  [
    'the first start where settings cannot be read',
    'welcome.html?without=storage',
    '.welcome [role=alert]:not(:empty)',
    async () => null,
  ],
  [
    'the first start with a card open',
    'welcome.html',
    '.card-popover .entry-card',
    async (page) => {
      await page.waitForSelector('.term');
      await page.focus('.term');
      await page.keyboard.press('Enter');
    },
  ],
];

/** Takes something of the browser away from a page whose address asks for that: the storage, or being drawn. */
function withoutSome(): void {
  type Api = { storage: { local: { get(): Promise<unknown> } } };
  const { browser } = globalThis as { browser?: Api };
  const wanted = new URLSearchParams(location.search).get('without');
  if (!browser || !wanted) return;
  if (wanted === 'frames') {
    Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
    return;
  }
  const refused = () => Promise.reject(new Error('no storage'));
  browser.storage.local.get = wanted === 'answer' ? () => new Promise(() => {}) : refused;
}

describe.each(['light', 'dark'])('in %s', (scheme) => {
  it.each(SCREENS)('%s has no fault axe can see', async (_name, path, selector, act) => {
    const page = await driver.browser.newPage();
    await page.evaluateOnNewDocument(withoutSome);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(driver.extensionUrl(path));
    await page.waitForSelector('#app > *');
    await act(page);
    await page.waitForSelector(selector);
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  });
});

describe('in forced colours', () => {
  const QUERY = encodeURIComponent('科普');
  it.each<[string, string, (page: Page) => Promise<unknown>]>([
    [
      'the popup with results',
      'popup.html',
      async (page) => {
        await page.waitForSelector('.search-field');
        await page.keyboard.type('科普');
      },
    ],
    ['the search of the book', `glossary-browser.html#/search/${QUERY}`, async () => null],
    ['an entry of the book', 'glossary-browser.html#/entry/words-157', async () => null],
  ])('what is emphasised in %s can be read', async (_name, path, act) => {
    const page = await driver.browser.newPage();
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ],
    });
    await page.goto(driver.extensionUrl(path));
    await act(page);
    await page.waitForSelector('mark');
    const looks = await page.evaluate(() =>
      Array.from(document.querySelectorAll('mark'), (mark) => {
        const { color, backgroundColor } = getComputedStyle(mark);
        return `${color} on ${backgroundColor}`;
      }),
    );
    // The browser's own pair, on a ground that is drawn.
    expect(new Set(looks)).toEqual(new Set(['rgb(0, 0, 0) on rgb(255, 255, 0)']));
    await page.close();
  });
});
