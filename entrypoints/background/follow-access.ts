/**
 * Owns what follows when the reader lets us into sites or keeps us out, in the browser's own pages or at our asking:
 * open pages are marked, or left, without a reload.
 */
import browser, { type Permissions } from 'webextension-polyfill';
import type { PageOrder } from '../shared/page/page-orders';
import { injectIntoTabsAt } from './inject';

const LEAVE: PageOrder = { type: 'page.leave' };

/** To be called at every start of the worker, at once: the browser wakes it by the change. */
export function followAccess(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }: Permissions.Permissions) => {
    if (origins.length > 0) void injectIntoTabsAt(origins);
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }: Permissions.Permissions) => {
    if (origins.length > 0) void leaveTabs();
  });
}

/** The tabs whose address the browser keeps from us are those we may not read. */
async function leaveTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const left = tabs.map(async ({ id, url }) => {
    if (id === undefined || url !== undefined) return;
    await browser.tabs.sendMessage(id, LEAVE);
    await browser.action.setBadgeText({ tabId: id, text: '' });
  });
  // Where no script of ours is, nobody hears it.
  await Promise.allSettled(left);
}
