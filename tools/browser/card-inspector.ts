/** Inspects an open card and its inner cards from the isolated world, because their shadow root is closed to the page. */
import type { Page } from 'puppeteer-core';
import { until, untilAccepted } from './wait';

/**
 * Runs `look` in the isolated world of the page's top frame, with the card's shadow root and its host: in a visible
 * page after a frame, in which the card is placed by what it shows.
 * @param extensionPage an extension page.
 * @param look is sent as source, so that it must not use anything but its parameters.
 * @returns its result, which must be JSON; null without a card.
 */
export function inCard<T, G = null>(
  extensionPage: Page,
  page: Page,
  look: (root: ShadowRoot, host: HTMLElement, given: G) => T,
  given: G = null as G, // Left out only where G is null.
): Promise<Awaited<T> | null> {
  const address = page.url();
  // Composed as text, because a function that crosses twice cannot carry another.
  const source = `(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    const tabs = await api.tabs.query({});
    const tabId = tabs.find((tab) => tab.url === ${JSON.stringify(address)})?.id;
    if (tabId === undefined) throw new Error('there is no tab at ' + ${JSON.stringify(address)});
    const [injection] = await api.scripting.executeScript({
      target: { tabId },
      func: async (given) => {
        if (!document.hidden) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const dom = (globalThis.chrome ?? globalThis.browser)?.dom;
        const rootOf = (element) => (dom ? dom.openOrClosedShadowRoot(element) : element.openOrClosedShadowRoot);
        // A page may have open popovers of its own.
        const host = [...document.querySelectorAll('[popover]:popover-open')].find((element) => rootOf(element));
        const root = host && rootOf(host);
        return root ? (${look.toString()})(root, host, given) : null;
      },
      args: [${JSON.stringify(given)}],
    });
    return injection?.result ?? null;
  })()`;
  return extensionPage.evaluate(source) as Promise<Awaited<T> | null>; // The result of `look`, as JSON.
}

/** Headwords of the visible cards, the outermost first. */
export async function headwordsOf(extensionPage: Page, page: Page): Promise<string[]> {
  const found = await inCard(extensionPage, page, (root) =>
    Array.from(root.querySelectorAll<HTMLElement>('.card-body'))
      .filter((body) => !body.classList.contains('is-behind'))
      .map((body) => body.querySelector('h2')?.textContent ?? ''),
  );
  return found ?? [];
}

/** Waits until exactly these cards are visible. @param headwords the outermost first. */
export async function untilCardsAre(extensionPage: Page, page: Page, headwords: readonly string[]): Promise<void> {
  const wanted = headwords.join('、');
  const shown = async () => (await headwordsOf(extensionPage, page)).join('、');
  await untilAccepted(`the cards ${wanted}`, shown, (found) => found === wanted);
}

/** Waits for an element of the innermost card, by selector and text (or label), and scrolls to it. @returns its centre in the viewport. */
export function placeInCard(
  extensionPage: Page,
  page: Page,
  selector: string,
  text = '',
): Promise<{ x: number; y: number }> {
  return until(`${selector} “${text}” in the card`, () =>
    inCard(
      extensionPage,
      page,
      (root, _host, wanted) => {
        const bodies = root.querySelectorAll('.card-body');
        const found = Array.from(bodies[bodies.length - 1]?.querySelectorAll(wanted.selector) ?? []).find((element) =>
          (element.textContent + (element.getAttribute('aria-label') ?? '')).includes(wanted.text),
        );
        if (!found) return null;
        found.scrollIntoView({ block: 'center' });
        const [box] = Array.from(found.getClientRects());
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      },
      { selector, text },
    ),
  );
}

/** Brings the pointer to rest on something in the innermost card. */
export async function pointInCard(extensionPage: Page, page: Page, selector: string, text = ''): Promise<void> {
  const { x, y } = await placeInCard(extensionPage, page, selector, text);
  // At once into the card: a slow driver's stops on the way, longer than a hand makes, would close it.
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y);
}
