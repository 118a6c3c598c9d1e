import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SettingValues } from '../../entrypoints/shared/settings/settings';
import { type Driver, launchChromium } from '../../tools/browser/driver';
import { clickOn, focusOn, pressOn } from '../../tools/browser/elements';
import { untilMarked } from '../../tools/browser/marks';
import { type PageServer, servePages } from '../../tools/browser/server';
import { storeSettings } from '../../tools/browser/settings';
import { tabOf } from '../../tools/browser/tab';
import { faultsInBothSchemes } from './harness/axe';
import { faultsByKey } from './harness/keyboard';
import { pasteList } from './harness/paste-list';
import { takeBrowser } from './harness/shared-browsers';

interface ApiGlobal {
  chrome: { storage: { local: { set(items: object): Promise<void> } } };
}

interface SessionGlobal {
  chrome: { storage: { session: { set(items: object): Promise<void> } } };
}

let driver: Driver;
let server: PageServer;
/** The tab of all screens, because opening one takes longer than most of them. */
let page: Page;

beforeAll(async () => {
  [driver, server] = await Promise.all([takeBrowser(launchChromium), servePages()]);
  await driver.install();
  page = await driver.newPage();
  await page.evaluateOnNewDocument(withoutSome);
});
afterAll(async () => {
  await driver?.close();
  await server?.close();
});

let count = 0;

/** Opens a page of the extension in the tab, anew even if only its hash differs from that of the page in it. */
async function openScreen(path: string): Promise<void> {
  const url = new URL(driver.extensionUrl(path));
  url.searchParams.set('n', `${count++}`);
  await page.goto(url.href);
  // At the end of a walk by Tab the browser's own controls have the focus.
  await page.bringToFront();
}

/** Pastes a list with a row that is refused. */
const pasteTwoRows = (page: Page) => pasteList(page, '术语,释义\n量子纠缠,一种现象\n,无术语\n');

/** What is typed before the view is in place of what is painted first would be lost. */
async function typeInPopup(page: Page, text: string): Promise<void> {
  await page.waitForSelector('.search-field:focus');
  await page.keyboard.type(text);
}

const SCREENS: [string, string, string, (page: Page) => Promise<unknown>][] = [
  ['a bulletin at a passage', 'bulletin.html?id=cast-2021-06-11#p3s1', '.passage.is-current', async () => null],
  [
    'a bulletin with a card open',
    'bulletin.html?id=cast-2021-06-11#p3s1',
    '.card-popover .entry-card',
    async (page) => {
      await focusOn(page, '.term');
      await page.keyboard.press('Enter');
    },
  ],
  ['a bulletin at an unknown passage', 'bulletin.html?id=cast-2021-06-11#p99s9', '.bulletin-notice', async () => null],
  ['the list of bulletins', 'bulletin.html?id=none', '.bulletin-list', async () => null],
  ['the index of the book', 'glossary-browser.html#/category', '.entry-lines li', async () => null],
  ['an entry of the book', 'glossary-browser.html#/entry/bundled/words-157', '.entry-relations', async () => null],
  ['an entry there is not', 'glossary-browser.html#/entry/nobody', '.book-notice', async () => null],
  ['the search of the book', 'glossary-browser.html#/search/kexie', '[role=option]', async () => null],
  [
    'the search of the book with no result',
    `glossary-browser.html#/search/${encodeURIComponent('量子纠缠退火')}`,
    '[role=status]:not(:empty)',
    async () => null,
  ],
  ['the map with a selected entry', 'glossary-browser.html#/map/bundled/cast', '.map-panel', async () => null],
  ['the timeline', 'glossary-browser.html#/timeline', '.timeline-mark', async () => null],
  ['the side panel on a restricted page', 'sidepanel.html', '.panel-message:not(:empty)', async () => null],
  ['the popup', 'popup.html', '.search-field', async () => null],
  ['the popup whose glossary cannot load', 'popup.html?without=paints', '.popup-choices button', async () => null],
  [
    'the popup whose code cannot load',
    'popup.html?without=api',
    '.shell-late',
    async (page) => {
      const words = await page.evaluate(() => {
        for (const animation of document.getAnimations()) animation.finish();
        const late = document.querySelector('.shell-late');
        return late?.checkVisibility({ visibilityProperty: true }) && getComputedStyle(late, '::before').content;
      });
      expect(words).toMatch(/couldn’t start/);
    },
  ],
  ['the popup with results', 'popup.html', '[role=option]', (page) => typeInPopup(page, 'zhong')],
  [
    'the popup with no result',
    'popup.html',
    '.popup-message',
    async (page) => {
      await typeInPopup(page, '量子纠缠退火');
      await page.waitForFunction(() => document.querySelector('.popup-message')?.textContent?.includes('量子纠缠退火'));
    },
  ],
  [
    'the popup with an entry',
    'popup.html',
    '.entry-card cite',
    async (page) => {
      await typeInPopup(page, '五大任务');
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
        await focusOn(page, '#sites form input');
        await page.keyboard.type(pattern);
        await page.keyboard.press('Enter');
      }
      await pressOn(page, '#data .options-actions > button', 1);
    },
  ],
  ['a report that is gone', 'report.html', '[role=alert]', async () => null],
  [
    'a report',
    'report.html?id=a',
    'pre',
    async (page) => {
      await page.evaluate(async () => {
        const quote = { text: '他在九三读书。', start: 2, end: 4 };
        const report = { id: 'a', kind: 'wrong', entry: 'bundled/cast', quote, reason: null, site: 'news.example.cn' };
        await (globalThis as unknown as SessionGlobal).chrome.storage.session.set({ report }); // The page is the extension's.
      });
      await page.reload();
    },
  ],
  ['the options while they load', 'options.html?without=answer', '[aria-busy]', async () => null],
  ['the options that cannot be read', 'options.html?without=storage', '[role=alert]', async () => null],
  ['the glossaries, with none imported', 'glossaries.html', '.options-empty', async () => null],
  ['the glossaries that cannot be read', 'glossaries.html?without=storage', '[role=alert]', async () => null],
  ['a list that is being imported', 'glossaries.html', '.import-outcome', pasteTwoRows],
  [
    'the glossaries, one of them open',
    'glossaries.html',
    '.pack-terms-list li',
    async (page) => {
      await pasteTwoRows(page);
      await page.waitForSelector('.import-outcome');
      await clickOn(page, '.wizard .is-main');
      // Imported packs alone have a date.
      await page.waitForSelector('.pack:has(time)');
      await clickOn(page, '.pack:has(time) summary');
      await clickOn(page, '.pack:has(time) button[aria-expanded]');
    },
  ],
  ['the first start', 'welcome.html', '.welcome', async () => null],
  ['the first start while it loads', 'welcome.html?without=answer', '[aria-busy]', async () => null],
  ['the first start without shortcuts', 'welcome.html?without=commands', '.welcome', async () => null],
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
      await focusOn(page, '.term');
      await page.keyboard.press('Enter');
    },
  ],
  ['a term of the reader’s own that is gone', 'glossary-browser.html#/entry/user/b', '.book-notice', async () => null],
  [
    'a term of the reader’s own',
    'glossary-browser.html#/entry/user/a',
    '.entry-line .tone-user',
    (page) =>
      page.evaluate(async () => {
        const { chrome } = globalThis as unknown as ApiGlobal; // A page of the extension has it.
        const v = { headword: '自留条目', forms: ['自留'], definition: '读者自己的话。\n再说一句。' };
        await chrome.storage.local.set({ 'set/term/a': { v, t: 1, device: 'test' } });
      }),
  ],
  ['an index with it', 'glossary-browser.html#/category', '.entry-lines .tone-user', async () => null],
];

/** Removes a part of the browser from a page whose address requests that: storage, tab, paint timing, or the whole API. */
function withoutSome(): void {
  type Api = {
    storage: { local: { get(): Promise<unknown> } };
    tabs: { connect(): object };
    commands: { getAll(): Promise<unknown> };
  };
  const { browser } = globalThis as { browser?: Api };
  const wanted = new URLSearchParams(location.search).get('without');
  if (!browser || !wanted) return;
  if (wanted === 'api') {
    // The first module that reads the API throws, so that no code of the page runs.
    Reflect.deleteProperty(globalThis, 'chrome');
    Reflect.deleteProperty(globalThis, 'browser');
    return;
  }
  if (wanted === 'paints') {
    Reflect.deleteProperty(globalThis, 'PerformanceObserver');
    return;
  }
  if (wanted === 'word') {
    const event = { addListener: () => {} };
    browser.tabs.connect = () => ({ onMessage: event, onDisconnect: event, disconnect: () => {} });
    return;
  }
  const refused = () => Promise.reject(new Error('no storage'));
  if (wanted === 'tabs')
    browser.tabs.connect = () => {
      throw new Error('no tabs');
    };
  else if (wanted === 'commands') browser.commands.getAll = refused;
  else browser.storage.local.get = wanted === 'answer' ? () => new Promise(() => {}) : refused;
}

describe('light and dark', () => {
  it.each(SCREENS)('%s has no accessibility fault, and keys reach all of it', async (_name, path, selector, act) => {
    await openScreen(path);
    await page.waitForSelector('#app > *');
    await act(page);
    await page.waitForSelector(selector);
    expect(await faultsInBothSchemes(page)).toEqual([]);
    expect(await faultsByKey(page)).toEqual([]);
  });
});

it('Tab leads from the end of a card to the element after its term, and closes the card', async () => {
  await openScreen('bulletin.html?id=cast-2021-06-11');
  await focusOn(page, '.term');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.card-popover .entry-card');
  const controls = await page.$$eval('.card-popover :is(a[href], button, summary)', ({ length }) => length);
  for (let i = 0; i <= controls; i++) await page.keyboard.press('Tab');
  const next = await page.evaluate(() => {
    const inText = document.querySelectorAll('.bulletin-paragraph :is(.term, .passage-link)');
    return [...inText].indexOf(document.activeElement as Element); // One element always has the focus.
  });
  expect(next).toBe(1);
  await page.waitForSelector('.card-popover', { hidden: true });
});

const PAUSED_UNTIL = Date.UTC(2100, 0, 1);

/** Extension pages beside a page with terms: name, path, settings, selectors to wait for. */
const BESIDE: [name: string, path: string, values: SettingValues, selector: string, text?: string][] = [
  ['the popup, full, with a term muted', 'popup.html?', { 'muted/bundled/cast': true }, '.page-term.is-muted'],
  ['the popup after an update', 'popup.html?with=update&', {}, '.popup-news'],
  ['the popup while nobody tells of the page', 'popup.html?without=word&', {}, '.popup-message:not(:empty)'],
  ['the popup where the site is off', 'popup.html?', { 'sites.base': 'off' }, '.popup-way'],
  ['the popup while all is paused', 'popup.html?', { pausedUntil: PAUSED_UNTIL }, '.scope-pause[role=status]'],
  ['the side panel, full, with a term muted', 'sidepanel.html?', { 'muted/bundled/cast': true }, '.panel-muted'],
  ['the side panel while nobody tells of the page', 'sidepanel.html?without=word&', {}, '.panel-message:not(:empty)'],
  ['the side panel where the site is off', 'sidepanel.html?', { 'sites.base': 'off' }, '.panel-message', 'turned off'],
  ['the side panel whose page cannot be asked', 'sidepanel.html?without=tabs&', {}, '.panel-retry'],
];

describe('beside a page with terms', () => {
  let extensionPage: Page;
  let tab: number;

  beforeAll(async () => {
    extensionPage = await driver.extensionPage();
    const below = await driver.newPage();
    await below.goto(`${server.origin}/news.html`);
    await untilMarked(below);
    tab = await tabOf(driver, below.url());
  });
  afterAll(() => storeSettings(extensionPage));
  /** As after an update. */
  const storeUpdate = () =>
    extensionPage.evaluate(() => (globalThis as unknown as ApiGlobal).chrome.storage.local.set({ updatedTo: '9.9.9' })); // Ours have it.

  it.each(BESIDE)('%s has no accessibility fault, and keys reach all of it', async (_name, path, values, ...ready) => {
    await storeSettings(extensionPage, { language: 'en', ...values }, 'muted/bundled/cast' in values ? 1 : 0);
    if (path.includes('update')) await storeUpdate();
    await openScreen(`${path}tab=${tab}`);
    // The driver's search by text may use an element's former text.
    const isThere = (selector: string, text = '') => document.querySelector(selector)?.textContent?.includes(text);
    await page.waitForFunction(isThere, {}, ...ready);
    expect(await faultsInBothSchemes(page)).toEqual([]);
    expect(await faultsByKey(page)).toEqual([]);
  });
});

describe('in forced colours', () => {
  const QUERY = encodeURIComponent('科普');
  it.each<[string, string, (page: Page) => Promise<unknown>]>([
    ['the popup with results', 'popup.html', (page) => typeInPopup(page, '科普')],
    ['the search of the book', `glossary-browser.html#/search/${QUERY}`, async () => null],
    ['an entry of the book', 'glossary-browser.html#/entry/bundled/words-157', async () => null],
  ])('emphasised text in %s is legible', async (_name, path, act) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ],
    });
    await openScreen(path);
    await act(page);
    await page.waitForSelector('mark');
    const looks = await page.evaluate(() =>
      Array.from(document.querySelectorAll('mark'), (mark) => {
        const { color, backgroundColor } = getComputedStyle(mark);
        return `${color} on ${backgroundColor}`;
      }),
    );
    // The browser's colours, on a drawn background.
    expect(new Set(looks)).toEqual(new Set(['rgb(0, 0, 0) on rgb(255, 255, 0)']));
  });
});
