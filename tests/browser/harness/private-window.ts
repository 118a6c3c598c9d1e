/** Allows the extension in private windows, as readers do in the browser's own pages, and opens such windows. */
import type { Page } from 'puppeteer-core';
import { type Driver, FIREFOX_ID } from '../../../tools/browser/driver';
import { until } from '../../../tools/browser/wait';
import { configure } from './access';
import { inFirefoxWindow } from './firefox-window';

/** The part of the extension API used here. */
interface Api {
  windows: { create(what: object): Promise<unknown> };
}

/** Allows the extension in private windows. The browser reloads it, which ends its open pages. */
export async function allowPrivate(driver: Driver): Promise<void> {
  if (driver.name === 'chromium') {
    await configure(driver, { incognitoAccess: true });
    await until('the extension to be there again', () => driver.extensionPage().catch(() => null));
    return;
  }
  await inFirefoxWindow(
    driver.browser,
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
     const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
     await ExtensionPermissions.add('${FIREFOX_ID}', allowed);
     await (await AddonManager.getAddonByID('${FIREFOX_ID}')).reload();`,
  );
}

/** Opens `address`, which no other tab may have, in a new private window. @param extensionPage an extension page. */
export async function openPrivately(driver: Driver, extensionPage: Page, address: string): Promise<Page> {
  if (driver.name === 'chromium') {
    await extensionPage.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: Api }; // A page of the extension has it.
      await chrome.windows.create({ incognito: true, url });
    }, address);
  } else {
    await inFirefoxWindow(
      driver.browser,
      `const opened = OpenBrowserWindow({ private: true });
       await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
       await opened.delayedStartupPromise;
       opened.openTrustedLinkIn('${address}', 'current');`,
    );
  }
  return until('the page in the private window', async () => {
    const pages = await driver.browser.pages();
    return pages.find((page) => page.url() === address);
  });
}
