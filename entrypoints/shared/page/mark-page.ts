/**
 * Owns marking one page on the reader's word: whatever the rules for its site, with the leave a click or a shortcut
 * gives for the tab (`activeTab`), until the page is loaded again.
 */
import browser from 'webextension-polyfill';
import { failure, faultOf, ok, type Result } from '../result';
import { settingsStore } from '../settings/reader-settings';
import { isLocked } from '../settings/stored-settings';
import { isSiteOn, siteOf } from '../sites/site-rules';
import { injectContentScript } from './content-script';
import type { PageOrder } from './page-orders';

const TOP_FRAME = 0;
const MARK: PageOrder = { type: 'page.mark' };

/** Fails with `locked` where the organisation keeps the site off, and in the browser's words where it lets nobody in. */
export async function markPage({ id, url }: { id: number; url: string | undefined }): Promise<Result<null>> {
  if (await isKeptOff(siteOf(url ?? ''))) return failure({ kind: 'locked' });
  try {
    // Where our script is not at work yet, nobody hears the order.
    await browser.tabs.sendMessage(id, MARK, { frameId: TOP_FRAME }).catch(() => injectContentScript(id));
    await browser.tabs.sendMessage(id, MARK);
    return ok(null);
  } catch (error) {
    return failure(faultOf(error));
  }
}

async function isKeptOff(site: string | null): Promise<boolean> {
  // A store that cannot be read locks nothing.
  const state = await settingsStore.read().catch(() => null);
  if (!state) return false;
  const { settings, locked } = state;
  return ['rule', 'sites.base'].some((key) => isLocked(key, locked)) && !isSiteOn(settings.sites, site);
}
