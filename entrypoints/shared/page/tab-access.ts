/** Finds a tab, injects the content script into it, and marks its page on the reader's request. */
import browser, { type Tabs } from 'webextension-polyfill';
import { failure, faultOf, ok, type Result } from '../result';
import { isLocked } from '../settings/policy';
import { settingsStore } from '../settings/reader-settings';
import { isSiteOn, placeOf } from '../sites/site-rules';
import type { PageOrder } from './page-orders';

/** The path of the content script in the built extension. */
const CONTENT_SCRIPT = '/content-scripts/content.js';
const TOP_FRAME = 0;
const MARK: PageOrder = { type: 'page.mark' };

/**
 * The tab that a popup or side panel is about.
 * @param given null for the active tab of its window.
 * @returns null where the tab is closed, or there is none.
 */
export async function findTab(given: number | null): Promise<Tabs.Tab | null> {
  if (given !== null) return browser.tabs.get(given).catch(() => null);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** Injects into all frames that the browser permits. Rejects where it does not permit the top frame. */
export async function injectContentScript(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [CONTENT_SCRIPT] });
}

/**
 * Marks one page until it is loaded again, whatever the rules for its site. Needs `activeTab`, which the browser grants
 * for a click or a shortcut. Fails with `locked` where the organisation keeps the site off, and with the browser's
 * message where it permits no access.
 */
export async function markPage({ id, url }: { id: number; url: string | undefined }): Promise<Result<null>> {
  if (await isKeptOff(placeOf(url ?? ''))) return failure({ kind: 'locked' });
  try {
    // Where the content script does not run yet, nothing receives the message.
    await browser.tabs.sendMessage(id, MARK, { frameId: TOP_FRAME }).catch(() => injectContentScript(id));
    await browser.tabs.sendMessage(id, MARK);
    return ok(null);
  } catch (error) {
    return failure(faultOf(error));
  }
}

async function isKeptOff(place: string | null): Promise<boolean> {
  // A store that cannot be read locks nothing.
  const state = await settingsStore.read().catch(() => null);
  if (!state) return false;
  const { settings, locked } = state;
  return ['rule', 'sites.base'].some((key) => isLocked(key, locked)) && !isSiteOn(settings.sites, place);
}
