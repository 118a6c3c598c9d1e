/** Owns what a file of browser tests plays on: one browser with the extension, one server, and what our code complained of. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Driver } from '../../../tools/browser/driver';
import { type PageServer, servePages } from '../../../tools/browser/server';
import { within } from '../../../tools/browser/wait';

const VIEWPORT = { width: 1000, height: 760 };
/** A tab that does not close by then is left: the tests after it have tabs of their own. */
const CLOSING_MS = 15_000;

export interface Stage {
  readonly driver: Driver;
  readonly server: PageServer;
  /** A page of the extension, with its API. */
  readonly backstage: Page;
  /** Switches all sites on or off, as the settings do. */
  turnSites(base: 'on' | 'off'): Promise<void>;
  /** Opens an address, or a path of the server, in a tab in front. Not the test's any more after it. */
  open(address: string): Promise<Page>;
  /** Puts the source of a page under an address of its own and opens it. */
  openSource(html: string): Promise<Page>;
}

/**
 * Registers the hooks of a file or group. After each test nothing may have been said in the console of a page by
 * our scripts: pages may complain about themselves.
 */
export function prepareStage(
  launch: () => Promise<Driver>,
  /** What is done in the browser before the extension is there. */
  beforeInstall: (stage: Stage) => Promise<void> = async () => {},
): Stage {
  let parts: (Pick<Stage, 'driver' | 'server'> & { backstage: Page | null }) | null = null;
  const part = () => {
    if (!parts) throw new Error('the stage is there only during tests');
    return parts;
  };
  const complaints: string[] = [];
  const opened: Page[] = [];
  /** A tab to use again: opening one takes longer than most tests. */
  const free: Page[] = [];
  let count = 0;

  beforeAll(async () => {
    const [server, driver] = await Promise.all([servePages(), launch()]);
    parts = { server, driver, backstage: null };
    await beforeInstall(stage);
    await driver.install();
    parts.backstage = await driver.openExtensionPage('bulletin.html');
  });
  afterAll(async () => {
    await parts?.driver.close();
    await parts?.server.close();
  });
  afterEach(async ({ task }) => {
    // The tab of a test that failed may be in any state.
    const kept = task.result?.state === 'fail' ? undefined : opened.shift();
    const closing = opened.splice(0).map((page) => page.close().catch(() => null));
    await within(Promise.all(closing), CLOSING_MS, []);
    if (kept && !kept.isClosed()) free.push(kept);
    expect(complaints.splice(0)).toEqual([]);
  });

  const listen = (page: Page) => {
    // That a page may not load our files is the browser's word to the page.
    const isOurs = (text: string) =>
      /(chrome|moz)-extension:/.test(text) && !/Failed to load resource|may not load|NS_ERROR/.test(text);
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
    // An address of its own, by which the tab is known to the extension's API.
    await page.goto(address.includes(':') ? address : `${server.origin}/${address}${separator}n=${count++}`);
    await page.bringToFront();
    return page;
  };
  const stage: Stage = {
    get driver() {
      return part().driver;
    },
    get server() {
      return part().server;
    },
    get backstage() {
      const { backstage } = part();
      if (!backstage) throw new Error('the extension is not installed yet');
      return backstage;
    },
    turnSites: (base) =>
      stage.backstage.evaluate(async (value) => {
        type Api = { storage: { local: { set(items: object): Promise<void> } } };
        const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // A page of the extension has one.
        await (browser ?? chrome)?.storage.local.set({ page: { v: 1, sites: { base: value, rules: [] } } });
      }, base),
    open,
    openSource: (html) => {
      const path = `made-${count++}.html`;
      part().server.put(path, html);
      return open(path);
    },
  };
  return stage;
}

/** Undoes what the test before left of another window, a finger, or other media. */
async function resetEmulation(page: Page): Promise<void> {
  const { width, height, hasTouch = false } = page.viewport() ?? {};
  if (width !== VIEWPORT.width || height !== VIEWPORT.height || hasTouch) await page.setViewport(VIEWPORT);
  // Firefox's driver cannot emulate media.
  await page.emulateMediaFeatures().catch(() => null);
}
