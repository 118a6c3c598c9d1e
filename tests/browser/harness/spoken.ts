/** Owns hearing what a screen reader is told in a page: our live region is in a closed shadow tree. */
import type { Page } from 'puppeteer-core';

/** The language and text of the region; empty while there is none. @param backstage a page of the extension. */
export async function spokenIn(backstage: Page, page: Page): Promise<string> {
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
  return (await backstage.evaluate(source)) as string; // As it is put together above.
}
