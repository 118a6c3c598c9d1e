/** Owns bringing the always-injected script into a tab besides the manifest's way. */
import browser from 'webextension-polyfill';

/** As the browser loads it from the built extension. */
const FILE = '/content-scripts/content.js';

/** Into all frames the browser lets us into. Rejects where the page itself is none of them. */
export async function injectContentScript(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [FILE] });
}
