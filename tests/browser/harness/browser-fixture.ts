/** The fixture of a file of browser tests: one browser with the extension, one server, and a check of the consoles. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Driver } from '../../../tools/browser/driver';
import { type PageServer, servePages } from '../../../tools/browser/server';
import { storeSettings } from '../../../tools/browser/settings';
import { until, within } from '../../../tools/browser/wait';
import { takeBrowser } from './shared-browsers';

/** A file of the extension without script, which a tab shows between two of its pages. */
const NEUTRAL = 'icon/16.png';
const VIEWPORT = { width: 1000, height: 760 };
/** Time limit for closing the tabs of a test; later tests have other tabs. */
const CLOSING_MS = 15_000;

/** What the tests of a file share. Available during tests only. */
export interface BrowserFixture {
  readonly driver: Driver;
  readonly server: PageServer;
  /** An extension page, through which tests call the extension API. */
  readonly extensionPage: Page;
  /** Turns all sites on or off by the stored setting. */
  turnSites(base: 'on' | 'off'): Promise<void>;
  /** Opens an address, or a path of the server, in the front tab. The tab is closed or reused after the test. */
  open(address: string): Promise<Page>;
  /** Opens a page of the extension in the front tab, which is closed or reused after the test. */
  openExtension(path: string): Promise<Page>;
  /** Serves the source of a page at a new address and opens it. */
  openSource(html: string): Promise<Page>;
  /**
   * Shows the source of a page in a tab that the tests of the file share, in place of what was there, and returns the tab.
   * The extension goes on in it, which takes a fraction of the time of a page that opens. Scripts run if they stand in the
   * source; what they leave in the window stays.
   */
  showSource(html: string): Promise<Page>;
}

/**
 * Registers the hooks of a file or group. A test fails if the extension's scripts reported an error or wrote to the console
 * of a page; messages of the page itself are allowed.
 */
export function prepareBrowser(
  launch: () => Promise<Driver>,
  /** Runs in the browser before the extension is installed; the browser is a new one then. */
  beforeInstall?: (fixture: BrowserFixture) => Promise<void>,
): BrowserFixture {
  let parts: (Pick<BrowserFixture, 'driver' | 'server'> & { extensionPage: Page | null }) | null = null;
  const part = () => {
    if (!parts) throw new Error('the browser is available during tests only');
    return parts;
  };
  const complaints: string[] = [];
  const opened: Page[] = [];
  /** Tabs to reuse, because opening one takes longer than most tests. */
  const free: Page[] = [];
  /** The same for pages of the extension, which are in a process of their own. */
  const openedExtension: Page[] = [];
  const freeExtension: Page[] = [];
  /** The tab of `showSource`. */
  let shown: Page | null = null;
  let count = 0;

  beforeAll(async () => {
    const [server, driver] = await Promise.all([servePages(), beforeInstall ? launch() : takeBrowser(launch)]);
    parts = { server, driver, extensionPage: null };
    await beforeInstall?.(fixture);
    await driver.install();
    parts.extensionPage = await driver.extensionPage();
  });
  afterAll(async () => {
    await parts?.driver.close();
    await parts?.server.close();
  });
  afterEach(async ({ task }) => {
    // A failed test may leave its tab in any state.
    const isFailed = task.result?.state === 'fail';
    const kept = isFailed ? undefined : opened.shift();
    if (isFailed && shown) opened.push(shown);
    if (isFailed) shown = null;
    const used = openedExtension.splice(0).filter((page) => !page.isClosed());
    if (isFailed) opened.push(...used);
    else {
      await Promise.all(used.map((page) => part().driver.goToExtension(page, NEUTRAL)));
      freeExtension.push(...used);
    }
    const closing = opened.splice(0).map((page) => page.close().catch(() => null));
    await within(Promise.all(closing), CLOSING_MS, []);
    if (kept && !kept.isClosed()) free.push(kept);
    expect(complaints.splice(0)).toEqual([]);
  });

  const listen = (page: Page) => {
    // Refused requests for the extension's files are messages of the browser, and so are those of a picture it shows.
    const isOurs = (text: string) =>
      /(chrome|moz)-extension:/.test(text) &&
      !text.includes(NEUTRAL) &&
      !/Failed to load resource|may not load|NS_ERROR/.test(text);
    page.on('pageerror', (error) => {
      const text = error instanceof Error ? `${error.stack ?? error.message}` : String(error);
      if (isOurs(text)) complaints.push(text);
    });
    page.on('console', (message) => {
      const text = `${message.text()} ${message.location().url ?? ''}`;
      if (isOurs(text)) complaints.push(text);
    });
  };
  const newTab = async (driver: Driver) => {
    const page = await driver.newPage();
    listen(page);
    return page;
  };
  const open = async (address: string) => {
    const { driver, server } = part();
    const page = free.pop() ?? (await newTab(driver));
    opened.push(page);
    await resetEmulation(page);
    const separator = address.includes('?') ? '&' : '?';
    // The address is unique, so that the extension API can find the tab by it.
    await page.goto(address.includes(':') ? address : `${server.origin}/${address}${separator}n=${count++}`);
    await page.bringToFront();
    return page;
  };
  const fixture: BrowserFixture = {
    get driver() {
      return part().driver;
    },
    get server() {
      return part().server;
    },
    get extensionPage() {
      const { extensionPage } = part();
      if (!extensionPage) throw new Error('the extension is not installed yet');
      return extensionPage;
    },
    openExtension: async (path) => {
      const { driver } = part();
      const page = freeExtension.pop() ?? (await newTab(driver));
      openedExtension.push(page);
      await resetEmulation(page);
      await page.bringToFront();
      await driver.goToExtension(page, path);
      return page;
    },
    turnSites: (base) => storeSettings(fixture.extensionPage, { 'sites.base': base }),
    open,
    openSource: (html) => {
      const path = `made-${count++}.html`;
      part().server.put(path, html);
      return open(path);
    },
    showSource: async (html) => {
      if (shown) {
        await shown.bringToFront();
        await resetEmulation(shown);
        await clear(shown);
      } else {
        shown = await open('plain.html');
        opened.splice(opened.indexOf(shown), 1);
      }
      await shown.evaluate(replaceDocument, html);
      return shown;
    },
  };
  return fixture;
}

/** Closes the card, takes the pointer to a corner, empties the page, and waits until the extension has removed its marks. */
async function clear(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.keyboard.press('Escape');
  await until('no card and no content', () =>
    page.evaluate(() => {
      if (document.querySelector('[popover]:popover-open:empty')) return false;
      document.body.replaceChildren();
      return true;
    }),
  );
  await until('no marks', () =>
    page.evaluate(() => [...CSS.highlights.values()].every((highlight) => highlight.size === 0)),
  );
}

/** Runs in a page: shows another source, from its top. */
function replaceDocument(html: string): void {
  const { documentElement: root, head, body } = new DOMParser().parseFromString(html, 'text/html');
  for (const [target, source] of [
    [document.documentElement, root],
    [document.body, body],
  ] as const) {
    for (const { name } of [...target.attributes]) target.removeAttribute(name);
    for (const { name, value } of source.attributes) target.setAttribute(name, value);
  }
  document.body.replaceChildren(...head.childNodes, ...body.childNodes);
  scrollTo(0, 0);
  for (const inert of document.body.querySelectorAll('script')) {
    const script = document.createElement('script');
    script.textContent = inert.textContent;
    inert.replaceWith(script);
  }
}

/** Resets viewport, touch and media emulated by the previous test. */
async function resetEmulation(page: Page): Promise<void> {
  const { width, height, hasTouch = false } = page.viewport() ?? {};
  if (width !== VIEWPORT.width || height !== VIEWPORT.height || hasTouch) await page.setViewport(VIEWPORT);
  // Firefox's driver cannot emulate media.
  await page.emulateMediaFeatures().catch(() => null);
}
