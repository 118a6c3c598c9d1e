/** The icon of the toolbar button: grey where terms are not marked. */
import browser from 'webextension-polyfill';

const SIZES = [16, 32];

/**
 * Shows whether terms are marked in a tab, until it goes to another page; without a tab, on most sites. Does nothing for a
 * tab that is closed.
 */
export async function showIcon(isOn: boolean, tabId?: number): Promise<void> {
  const path = Object.fromEntries(SIZES.map((size) => [size, `/icon/${isOn ? '' : 'off-'}${size}.png`]));
  try {
    await browser.action.setIcon({ path, ...(tabId !== undefined && { tabId }) });
  } catch {
    // The tab was closed, or there is no such function (Firefox for Android).
  }
}
