/** Owns what a reader does in the browser's own pages and toolbar: keeping the extension out of sites, letting it in, a click. */
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../../tools/browser/driver';
import { FIREFOX_ID } from '../../../tools/browser/driver';
import { inFirefoxWindow } from './firefox-window';

/** What the extensions page of Chromium can do. */
interface DeveloperPrivate {
  updateExtensionConfiguration(change: object): Promise<void>;
  updateProfileConfiguration(change: object): Promise<void>;
}

/** `none`: only on a click; `all`: as when it was installed. */
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

/** Changes what Chromium's page of extensions shows of ours. */
export async function configure(driver: Driver, change: object): Promise<void> {
  const page = await driver.newPage();
  await page.goto('chrome://extensions/');
  const extensionId = new URL(driver.extensionUrl('')).host;
  await page.evaluate(
    async (wanted) => {
      const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }; // That page has it.
      // Without it an extension from a folder is not loaded again where the change wants that.
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration(wanted);
    },
    { extensionId, ...change },
  );
  await page.close();
}

/** A click on the toolbar button over `page`, with the leave it gives for the tab. What it opens is not waited for. */
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
