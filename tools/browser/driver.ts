/** Drives a real browser with the built extension in it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type LaunchOptions, type Page } from 'puppeteer-core';
import { PUBLIC_HOST } from './server';
import { runningBrowsers, until } from './wait';

const OUTPUT = new URL('../../.output/', import.meta.url);
const FIREFOX_UUID = '6f1d2c3b-4a59-4687-8f70-2c1b3a4d5e6f';
/** Time limit of the driver's own waits, far above what they take on a busy machine. */
const DRIVER_TIMEOUT_MS = 120_000;
/** The page of the extension that `extensionPage` opens. */
const API_PAGE = 'bulletin.html';
/** A finger that is held for less taps, in ms. */
const HELD_MS = 60_000;
/** With `PANGZHU_VISIBLE` browsers have windows, so that a developer sees the page of a test. */
const isHeadless = !process.env.PANGZHU_VISIBLE;
/** Path of the program. */
export const FIREFOX = process.env.PANGZHU_FIREFOX ?? '/usr/bin/firefox-esr';
/** The extension's id in Firefox. */
export const FIREFOX_ID = 'pangzhu@pangzhu.example';

/** A running browser. */
export interface Driver {
  name: 'chromium' | 'firefox';
  browser: Browser;
  /**
   * Installs the built extension and closes its welcome page.
   * @param build another folder in `.output` than that of `npm run build`, in Chromium.
   */
  install(build?: string): Promise<void>;
  /** Installs it again, like an update: all its contexts end. */
  update(): Promise<void>;
  /** Address of a page of the extension, for example `bulletin.html`. */
  extensionUrl(path: string): string;
  /** A new tab. */
  newPage(): Promise<Page>;
  /** Opens a page of the extension in a new tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens a file of the extension in a tab. */
  goToExtension(page: Page, path: string): Promise<void>;
  /**
   * The page through which the extension's API is called, in a tab of its own. It is opened when it is first asked for, and
   * again if it was closed, or the extension reloaded; `install` and `update` close it.
   */
  extensionPage(): Promise<Page>;
  /** Opens the toolbar popup over `page` and waits for its contents. Chromium only: rejects in Firefox. */
  openPopup(page: Page): Promise<Page>;
  /** Opens the popup without waiting for its contents. */
  startPopup(page: Page): Promise<Page>;
  close(): Promise<void>;
}

function builtExtension(folder: string): string {
  const path = fileURLToPath(new URL(folder, OUTPUT));
  if (!existsSync(path)) throw new Error(`There is no ${path}: run npm run build first.`);
  return path;
}

/** The part of the extension API used here, which the page's types do not declare. */
interface Api {
  runtime?: { id?: string };
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]>; remove(id: number): Promise<void> };
}

/** Opens one page when it is first asked for, and again if the extension's API is not there any more. */
function keepPage(open: () => Promise<Page>): { get(): Promise<Page>; close(): Promise<void> } {
  let kept: Page | null = null;
  // Of a closed page, Firefox's driver may not learn; of a reloaded extension, it keeps the pages.
  const isUsable = (page: Page) =>
    page
      .evaluate(() => {
        const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // An extension page has one of them.
        return (browser ?? chrome)?.runtime?.id !== undefined;
      })
      .catch(() => false);
  return {
    get: async () => {
      if (!kept || kept.isClosed() || !(await isUsable(kept))) kept = await open();
      return kept;
    },
    close: async () => {
      await kept?.close().catch(() => null);
      kept = null;
    },
  };
}

/** Opens pages of the extension in tabs of a browser, by its own way to go to one. */
function extensionTabs(browser: Browser, goToExtension: Driver['goToExtension']) {
  const openExtensionPage = async (path: string) => {
    const page = await openTab(browser);
    await goToExtension(page, path);
    return page;
  };
  return { openExtensionPage, extensionPage: keepPage(() => openExtensionPage(API_PAGE)) };
}

/**
 * Closes the page that opens after installation, which would cover the pages of tests: by the extension's API, because
 * on a busy machine Firefox's driver may never learn of it.
 */
async function closeWelcome(extensionPage: Page): Promise<void> {
  await until('the welcome page, to be closed', () =>
    extensionPage.evaluate(async () => {
      const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // An extension page has one of them.
      const tabs = (browser ?? chrome)?.tabs;
      const welcome = (await tabs?.query({}))?.find(({ url }) => url?.endsWith('/welcome.html'));
      if (welcome) await tabs?.remove(welcome.id);
      return welcome !== undefined;
    }),
  );
}

async function openTab(browser: Browser): Promise<Page> {
  return withTimeLimit(await browser.newPage());
}

function withTimeLimit(page: Page): Page {
  page.setDefaultTimeout(DRIVER_TIMEOUT_MS);
  return page;
}

async function closeBrowser(browser: Browser): Promise<void> {
  runningBrowsers.delete(browser);
  await browser.close();
}

/**
 * Options by which a browser finds servers on this machine under public names, and accepts their certificates, which nobody
 * signed: the extension follows glossaries only by https, and not in private networks.
 */
export function leadToLoopback(browser: Driver['name'], names: readonly string[]): LaunchOptions {
  return browser === 'chromium'
    ? { args: [hostRules([...names, PUBLIC_HOST]), '--ignore-certificate-errors'] }
    : { acceptInsecureCerts: true, extraPrefsFirefox: { [LOCAL_HOSTS]: [...names, PUBLIC_HOST].join(',') } };
}

/** Preference of Firefox: names of this computer. */
const LOCAL_HOSTS = 'network.dns.localDomains';

/** The switch of Chromium for names of this computer; of several, the last holds. */
function hostRules(names: readonly string[]): string {
  return `--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join(', ')}`;
}

/** Starts Chromium with a new profile. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Driver> {
  const browser = await puppeteer.launch({
    executablePath: process.env.PANGZHU_CHROMIUM ?? '/usr/bin/chromium',
    headless: isHeadless,
    pipe: true,
    enableExtensions: true,
    ...options,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', hostRules([PUBLIC_HOST]), ...(options.args ?? [])],
  });
  runningBrowsers.set(browser, 'chromium');
  let id = '';
  const extensionUrl = (path: string) => `chrome-extension://${id}/${path}`;
  const goToExtension = async (page: Page, path: string) => {
    await page.goto(extensionUrl(path));
  };
  const { extensionPage, openExtensionPage } = extensionTabs(browser, goToExtension);
  const startPopup = async (page: Page) => {
    const extension = (await browser.extensions()).get(id);
    if (!extension) throw new Error('the extension is not installed');
    await page.bringToFront();
    // The popup of another tab may not have closed yet.
    const before = new Set(browser.targets());
    await extension.triggerAction(page);
    const target = await browser.waitForTarget(
      (item) => item.url() === extensionUrl('popup.html') && !before.has(item),
      { timeout: DRIVER_TIMEOUT_MS },
    );
    return withTimeLimit(await target.asPage());
  };
  return {
    name: 'chromium',
    browser,
    extensionUrl,
    newPage: () => openTab(browser),
    install: async (build = 'chrome-mv3') => {
      await extensionPage.close();
      id = await browser.installExtension(builtExtension(build));
      await closeWelcome(await extensionPage.get());
    },
    update: async () => {
      await extensionPage.close();
      await browser.installExtension(builtExtension('chrome-mv3'));
    },
    openExtensionPage,
    goToExtension,
    extensionPage: extensionPage.get,
    startPopup,
    openPopup: async (page) => {
      const popup = await startPopup(page);
      await popup.waitForSelector('.search-field');
      return popup;
    },
    close: () => closeBrowser(browser),
  };
}

/** Starts Firefox with a new profile. */
export async function launchFirefox(options: LaunchOptions = {}): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: isHeadless,
    args: ['--remote-allow-system-access'],
    ...options,
    extraPrefsFirefox: {
      [LOCAL_HOSTS]: PUBLIC_HOST,
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      // A slow driver lifts the finger later than a hand: that is still a tap.
      'apz.max_tap_time': HELD_MS,
      'ui.click_hold_context_menus.delay': HELD_MS,
      ...options.extraPrefsFirefox,
    },
  });
  runningBrowsers.set(browser, 'firefox');
  const extensionUrl = (path: string) => `moz-extension://${FIREFOX_UUID}/${path}`;
  const goToExtension = async (page: Page, path: string) => {
    const address = extensionUrl(path);
    // Firefox never reports the end of such a navigation.
    page.goto(address).catch(() => null);
    const isThere = (wanted: string) => document.readyState === 'complete' && location.href === wanted;
    await until(`${path} to open`, () => page.evaluate(isThere, address).catch(() => false));
  };
  const { extensionPage, openExtensionPage } = extensionTabs(browser, goToExtension);
  return {
    name: 'firefox',
    browser,
    extensionUrl,
    newPage: () => openTab(browser),
    install: async () => {
      await extensionPage.close();
      await browser.installExtension(builtExtension('firefox-mv3'));
      await closeWelcome(await extensionPage.get());
    },
    update: async () => {
      await extensionPage.close();
      await browser.installExtension(builtExtension('firefox-mv3'));
    },
    openExtensionPage,
    goToExtension,
    extensionPage: extensionPage.get,
    openPopup: () => Promise.reject(new Error('Firefox’s toolbar cannot be driven')),
    startPopup: () => Promise.reject(new Error('Firefox’s toolbar cannot be driven')),
    close: () => closeBrowser(browser),
  };
}
