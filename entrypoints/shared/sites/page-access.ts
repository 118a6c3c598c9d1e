/** Finds out why a page cannot be read, as far as the browser reveals it. */
import browser from 'webextension-polyfill';
import { LOCAL_FILES, siteOf } from './site-rules';

/**
 * Why a page cannot be read: it belongs to the browser or a store, is a local file, access is missing, or it was opened before
 * the extension was there.
 */
export type Restriction = 'browser' | 'store' | 'files' | 'permission' | 'early';

/** Stores, which no extension may read. */
const STORES = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

/** The restriction of an unreadable page. @param address of the tab; undefined if the browser hides it. */
export async function restrictionOf(address: string | undefined): Promise<Restriction> {
  if (address === undefined) return (await mayReadAll()) ? 'browser' : 'permission';
  const site = siteOf(address);
  if (site === null) return 'browser';
  if (site === LOCAL_FILES) return 'files';
  if (STORES.includes(site)) return 'store';
  return (await mayRead(address)) ? 'early' : 'permission';
}

/** Requests access to the site of an address, or to all sites if it is unknown. Call it in a click. @returns whether it was granted. */
export function askPermission(address: string | undefined): Promise<boolean> {
  const origins = address === undefined ? ['<all_urls>'] : [patternOf(address)];
  return browser.permissions.request({ origins });
}

/** Whether a page may be read without a click of the reader. */
export async function mayReadUnasked(address: string | undefined): Promise<boolean> {
  if (address === undefined) return mayReadAll();
  return siteOf(address) === null || mayRead(address);
}

/** Whether the extension has access to all sites. */
export function mayReadAll(): Promise<boolean> {
  return browser.permissions.contains({ origins: ['<all_urls>'] });
}

function mayRead(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(address)] });
}

function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return protocol === LOCAL_FILES ? 'file:///*' : `${protocol}//${hostname}/*`;
}
