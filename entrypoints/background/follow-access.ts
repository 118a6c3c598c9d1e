/** Marks open pages when the browser grants access to their sites, and removes marks when it withdraws access. */
import browser, { type Permissions } from 'webextension-polyfill';
import type { PageOrder } from '../shared/page/page-orders';
import { injectIntoTabsAt } from './inject';

const LEAVE: PageOrder = { type: 'page.leave' };

/** Call it at each start of the worker, synchronously: changes of access wake the worker. */
export function followAccess(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }: Permissions.Permissions) => {
    if (origins.length > 0) void injectIntoTabsAt(origins);
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }: Permissions.Permissions) => {
    if (origins.length > 0) void unmarkTabs();
  });
}

/** Removes marks from tabs without access, recognised by their hidden address. */
async function unmarkTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const left = tabs.map(async ({ id, url }) => {
    if (id === undefined || url !== undefined) return;
    await browser.tabs.sendMessage(id, LEAVE);
    await browser.action.setBadgeText({ tabId: id, text: '' });
  });
  // Tabs without our script reject the message.
  await Promise.allSettled(left);
}
