/** Changes the extension's site access in the browser's own pages, and clicks its toolbar button. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../../tools/browser/driver';
import { FIREFOX_ID } from '../../../tools/browser/driver';
import { inFirefoxWindow } from './firefox-window';

/** The API of Chromium's extensions page. */
interface DeveloperPrivate {
  updateExtensionConfiguration(change: object): Promise<void>;
  updateProfileConfiguration(change: object): Promise<void>;
}

/** Sets which sites the browser lets the extension read. `none`: only on a click; `all`: as after installation. */
export async function setSiteAccess(driver: Driver, access: 'none' | 'all'): Promise<void> {
  if (driver.name === 'chromium') {
    await configure(driver, { hostAccess: access === 'all' ? 'ON_ALL_SITES' : 'ON_CLICK' });
    return;
  }
  await inFirefoxWindow(
    driver.browser,
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     const { extension } = WebExtensionPolicy.getByID('${FIREFOX_ID}');
     const sites = { permissions: [], origins: ['<all_urls>'] };
     await ExtensionPermissions.${access === 'all' ? 'add' : 'remove'}(extension.id, sites, extension);`,
  );
}

/** Changes the extension's configuration on Chromium's extensions page. Chromium only. */
export async function configure(driver: Driver, change: object): Promise<void> {
  const page = await driver.newPage();
  await page.goto('chrome://extensions/');
  const extensionId = new URL(driver.extensionUrl('')).host;
  await page.evaluate(
    async (wanted) => {
      const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }; // That page has it.
      // Otherwise Chromium does not reload an unpacked extension after changes that need it.
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration(wanted);
    },
    { extensionId, ...change },
  );
  await page.close();
}

/** Clicks the toolbar button over `page`, which grants `activeTab`. Does not wait for the popup. */
export async function clickAction(driver: Driver, page: Page): Promise<void> {
  await page.bringToFront();
  if (driver.name === 'chromium') {
    const extension = (await driver.browser.extensions()).get(new URL(driver.extensionUrl('')).host);
    if (!extension) throw new Error('the extension is not installed');
    await extension.triggerAction(page);
    return;
  }
  await inFirefoxWindow(
    driver.browser,
    `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
     const { extension } = WebExtensionPolicy.getByID('${FIREFOX_ID}');
     await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
  );
}
