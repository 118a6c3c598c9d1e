/** Injects scripts into frames. */
import browser from 'webextension-polyfill';
import { injectContentScript } from '../shared/page/tab-access';

/** Paths in the built extension, as the browser loads them. */
const ENGINE_SCRIPT = '/content-scripts/engine.js';
const CARD_SCRIPT = '/content-scripts/card.js';

/** Injects the engine into a frame. Safe to repeat. */
export async function injectEngine(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [ENGINE_SCRIPT] });
}

/** Injects the card's script into a frame. Safe to repeat. */
export async function injectCard(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [CARD_SCRIPT] });
}

/** Injects the content script into all open pages, so that they are marked without a reload. */
export function injectIntoOpenTabs(): Promise<void> {
  return injectIntoTabsAt(['http://*/*', 'https://*/*', 'file:///*']);
}

/** Injects the content script into open pages whose addresses match the patterns. */
export async function injectIntoTabsAt(patterns: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: patterns });
  const injections = tabs.map(async ({ id, discarded }) => {
    if (id === undefined || discarded) return;
    await injectContentScript(id);
  });
  // Pages without access, such as the store, reject the injection.
  await Promise.allSettled(injections);
}
