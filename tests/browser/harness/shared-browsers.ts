/**
 * Browsers that the test files of a worker use one after another, because starting one takes more processor time than most
 * files. They are closed when the worker ends.
 */
import type { Page } from 'puppeteer-core';
import { type Driver, launchChromium, launchFirefox } from '../../../tools/browser/driver';
import { until, within } from '../../../tools/browser/wait';

type Launch = () => Promise<Driver>;

/** Started without options, so that one file's browser suits another. */
const SHARED: readonly Launch[] = [launchChromium, launchFirefox];
/** Time limit for closing the tabs of a file. */
const CLOSING_MS = 15_000;

interface FreeBrowser {
  driver: Driver;
  isInstalled: boolean;
  /** The tab it started with, which stays: with its last tab a browser may end. */
  firstTab: Page | undefined;
}

/** The part of the extension API used here, which the page's types do not declare. */
interface Api {
  storage: Record<
    'local' | 'sync' | 'session',
    { get(key: string | null): Promise<Record<string, unknown>>; clear(): Promise<void> }
  >;
}

const free = new Map<Launch, FreeBrowser>();

/**
 * Starts a browser, or takes one that an earlier file has returned: its tabs are closed, and `install` leaves the extension
 * as after a first installation, except that its identity and its menus are those of before. `close` returns the browser.
 * A launch with options of its own is not shared.
 */
export async function takeBrowser(launch: Launch): Promise<Driver> {
  if (!SHARED.includes(launch)) return launch();
  const found = free.get(launch);
  free.delete(launch);
  const taken = found?.driver.browser.connected ? found : await start(launch);
  const { driver } = taken;
  return {
    ...driver,
    install: async () => {
      if (taken.isInstalled) await resetExtension(driver);
      else {
        await driver.install();
        await untilStarted(driver);
      }
      taken.isInstalled = true;
    },
    close: async () => {
      if (await within(closeTabs(taken), CLOSING_MS, false)) free.set(launch, taken);
      else await driver.close();
    },
  };
}

async function start(launch: Launch): Promise<FreeBrowser> {
  const driver = await launch();
  const [firstTab] = await driver.browser.pages();
  return { driver, isInstalled: false, firstTab };
}

/** Closes all tabs but the first, and but the extension's page, which the next file uses. @returns true. */
async function closeTabs({ driver, isInstalled, firstTab }: FreeBrowser): Promise<boolean> {
  const kept = [firstTab, isInstalled && (await driver.extensionPage())];
  const pages = await driver.browser.pages();
  await Promise.all(pages.filter((page) => !kept.includes(page)).map((page) => page.close()));
  return true;
}

/**
 * Removes all that the extension has stored, starts it again, and waits until its background has written the settings of
 * pages: it would replace those that a test stores before. Repeated if the background stored something meanwhile.
 */
async function resetExtension(driver: Driver): Promise<void> {
  for (let isClean = false; !isClean; ) {
    await (await driver.extensionPage()).evaluate(emptyStores);
    await driver.update();
    await (await driver.extensionPage()).evaluate(emptySync);
    isClean = await untilStarted(driver);
  }
}

/** Waits until the background has written what it writes at its start. @returns whether no setting is stored. */
async function untilStarted(driver: Driver): Promise<boolean> {
  const page = await driver.extensionPage();
  await until('the settings of pages', () => page.evaluate(isStarted));
  return page.evaluate(areStoresEmpty);
}

/** Runs in an extension page. */
async function emptyStores(): Promise<void> {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // An extension page has one of them.
  const { local, sync, session } = (browser ?? chrome)?.storage ?? {};
  await Promise.all([local?.clear(), sync?.clear(), session?.clear()]);
  for (const { name = '' } of await indexedDB.databases()) {
    const deletion = indexedDB.deleteDatabase(name);
    // Blocked by the background's connection, it goes on when the update ends that.
    await new Promise<void>((resolve) => {
      deletion.onsuccess = deletion.onerror = deletion.onblocked = () => resolve();
    });
  }
}

/** Runs in an extension page. Removes what a background that has ended was sending to other devices. */
async function emptySync(): Promise<void> {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // As above.
  await (browser ?? chrome)?.storage.sync.clear();
}

/** Runs in an extension page. */
async function isStarted(): Promise<boolean> {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // As above.
  const written = await (browser ?? chrome)?.storage.local.get('page');
  // Behind what it writes at the moment.
  await navigator.locks.request('settings', () => null);
  return written !== undefined && 'page' in written;
}

/** Runs in an extension page. @returns whether no setting is stored, here or for other devices. */
async function areStoresEmpty(): Promise<boolean> {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // As above.
  const { local, sync } = (browser ?? chrome)?.storage ?? {};
  const keys = Object.keys({ ...(await local?.get(null)), ...(await sync?.get(null)) });
  return !keys.some((key) => key.startsWith('set/') || key.startsWith('records'));
}
