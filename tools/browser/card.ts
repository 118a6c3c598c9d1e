/** Reads the open card from the extension's isolated world, because its shadow root is closed to the page. */
import type { Page } from 'puppeteer-core';
import { until } from './wait';

/** The contents of the card; '' for missing parts. */
export interface ShownCard {
  text: string;
  headword: string;
  pinyin: string;
  category: string;
  short: string;
  quote: string;
  emphasised: string;
  caption: string;
  /** The centre of the link, in the page's viewport. */
  link: { x: number; y: number };
  box: { x: number; y: number; width: number; height: number };
}

/** The part of the extension API used here, which the page's types do not declare. */
interface ExtensionApi {
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  scripting: { executeScript(injection: object): Promise<{ result?: unknown }[]> };
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
interface ExtensionGlobal {
  browser?: ExtensionApi;
  chrome?: ExtensionApi;
}

/** The open card on the page at `url`, or null. @param extensionPage an extension page. */
export async function readCard(extensionPage: Page, url: string): Promise<ShownCard | null> {
  return extensionPage.evaluate(async (address) => {
    const { browser, chrome } = globalThis as ExtensionGlobal; // An extension page has one of them.
    const api = browser ?? chrome;
    const tabs = (await api?.tabs.query({})) ?? [];
    const tabId = tabs.find((tab) => tab.url === address)?.id;
    if (tabId === undefined) throw new Error(`there is no tab at ${address}`);
    const injections = await api?.scripting.executeScript({
      target: { tabId },
      // Runs in the isolated world, without access to this module.
      // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one function, because it runs in the page.
      func: async (): Promise<ShownCard | null> => {
        // After the frame in which the card is placed by what it shows; a hidden page has none.
        if (!document.hidden) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const world = globalThis as ExtensionGlobal; // The isolated world has a part of it.
        const host = document.querySelector<Element & { openOrClosedShadowRoot?: ShadowRoot }>(
          '[popover]:popover-open:empty',
        );
        const dom = world.chrome?.dom ?? world.browser?.dom;
        const root = host && (dom ? dom.openOrClosedShadowRoot(host) : host.openOrClosedShadowRoot);
        const card = root?.querySelector<HTMLElement>('article[aria-labelledby]');
        const link = card?.querySelector('figure a')?.getBoundingClientRect();
        if (!host || !card || !link) return null;
        const { x, y, width, height } = host.getBoundingClientRect();
        return {
          // biome-ignore lint/performance/useDomNodeTextContent: the text with its line breaks.
          text: card.innerText,
          headword: card.querySelector('h2')?.textContent ?? '',
          pinyin: card.querySelector('.pinyin')?.textContent ?? '',
          category: card.querySelector('.category')?.textContent ?? '',
          short: card.querySelector('.short')?.textContent ?? '',
          quote: card.querySelector('blockquote')?.textContent ?? '',
          emphasised: card.querySelector('blockquote mark')?.textContent ?? '',
          caption: card.querySelector('figcaption')?.textContent ?? '',
          link: { x: link.x + link.width / 2, y: link.y + link.height / 2 },
          box: { x, y, width, height },
        };
      },
    });
    return (injections?.[0]?.result ?? null) as ShownCard | null; // The result of the function above.
  }, url);
}

/** Waits for the card of an entry. @param headwords alternatives, because the script of a headword depends on the interface language. */
export function untilCard(extensionPage: Page, page: Page, ...headwords: string[]): Promise<ShownCard> {
  return until(`the card of ${headwords.join('/')}`, async () => {
    const card = await readCard(extensionPage, await page.evaluate(() => location.href));
    return card !== null && headwords.includes(card.headword) && card;
  });
}

/** Waits until the page contains no host element of a card. */
export async function untilNoCard(page: Page): Promise<void> {
  await until('the card to close', () => page.evaluate(() => !document.querySelector('[popover]')));
}
