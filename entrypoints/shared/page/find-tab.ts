/** Owns which tab a page of ours beside a page is about. */
import browser, { type Tabs } from 'webextension-polyfill';

/**
 * @param given the tab; null for the one in front of the asker's window.
 * @returns null where it is gone, or there is none.
 */
export async function findTab(given: number | null): Promise<Tabs.Tab | null> {
  if (given !== null) return browser.tabs.get(given).catch(() => null);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}
