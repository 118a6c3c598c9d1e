/** Owns bringing our scripts into frames besides the manifest's way. */
import browser from 'webextension-polyfill';
import { injectContentScript } from '../shared/page/tab-access';

/** Paths in the built extension, as the browser loads them. */
const ENGINE_SCRIPT = '/content-scripts/engine.js';
const CARD_SCRIPT = '/content-scripts/card.js';

/** Puts the engine into one frame. Harmless to repeat. */
export async function injectEngine(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [ENGINE_SCRIPT] });
}

/** Puts the card's code into one frame. Harmless to repeat. */
export async function injectCard(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [CARD_SCRIPT] });
}

/** Lets pages that were open when the extension came have marks without a reload. */
export function injectIntoOpenTabs(): Promise<void> {
  return injectIntoTabsAt(['http://*/*', 'https://*/*', 'file:///*']);
}

/** The same for those whose addresses fit the patterns. */
export async function injectIntoTabsAt(patterns: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: patterns });
  const injections = tabs.map(async ({ id, discarded }) => {
    if (id === undefined || discarded) return;
    await injectContentScript(id);
  });
  // Pages no extension may touch (the store, error pages) refuse; the others are not held up by them.
  await Promise.allSettled(injections);
}
