/** Reads announcements to screen readers in a page. Their live region is in a closed shadow tree. */
import type { Page } from 'puppeteer-core';

/** Language and text of the live region, separated by a space; '' without one. @param extensionPage an extension page. */
export async function spokenIn(extensionPage: Page, page: Page): Promise<string> {
  const source = `(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    const tab = (await api.tabs.query({})).find(({ url }) => url === ${JSON.stringify(page.url())});
    const [injection] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
      const dom = (globalThis.chrome ?? globalThis.browser)?.dom;
      for (const element of document.documentElement.children) {
        if (element.localName !== 'div') continue;
        const root = dom ? dom.openOrClosedShadowRoot(element) : element.openOrClosedShadowRoot;
        const region = root?.querySelector('[role=status]');
        if (region && !root.querySelector('.card-body')) return region.lang + ' ' + region.textContent;
      }
      return '';
    } });
    return injection?.result ?? '';
  })()`;
  return (await extensionPage.evaluate(source)) as string; // The script returns a string.
}
