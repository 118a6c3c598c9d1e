/** Finds the tab id of a page by the extension's API. */
import type { Driver } from './driver';

/** The part of the extension API used here, which the page's types do not declare. */
interface ExtensionGlobal {
  browser?: { tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> } };
  chrome?: ExtensionGlobal['browser'];
}

/** Id of the tab at `address`. @throws if there is none. */
export async function tabOf(driver: Driver, address: string): Promise<number> {
  const extensionPage = await driver.extensionPage();
  const id = await extensionPage.evaluate(async (url) => {
    const { browser, chrome } = globalThis as ExtensionGlobal; // An extension page has one of them.
    const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
    return tabs.find((tab) => tab.url === url)?.id ?? null;
  }, address);
  if (id === null) throw new Error(`there is no tab at ${address}`);
  return id;
}
