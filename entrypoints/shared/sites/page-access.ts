/** Owns why a page cannot be read, as far as the browser lets an extension know. */
import browser from 'webextension-polyfill';
import { LOCAL_FILES, siteOf } from './site-rules';

/** What keeps us out: the browser's own page, a shop for extensions, local files, no permission, or a page from before us. */
export type Bar = 'browser' | 'store' | 'files' | 'permission' | 'early';

/** Where no extension may look: the shops for extensions. */
const STORES = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

/** @param address of the tab; undefined where the browser keeps it from us. */
export async function barOf(address: string | undefined): Promise<Bar> {
  if (address === undefined) return (await mayReadAll()) ? 'browser' : 'permission';
  const site = siteOf(address);
  if (site === null) return 'browser';
  if (site === LOCAL_FILES) return 'files';
  if (STORES.includes(site)) return 'store';
  return (await mayRead(address)) ? 'early' : 'permission';
}

/** Asks for the site of an address, or for all where it is not known. Call it from a click. @returns whether it was given. */
export function askPermission(address: string | undefined): Promise<boolean> {
  const origins = address === undefined ? ['<all_urls>'] : [patternOf(address)];
  return browser.permissions.request({ origins });
}

/** Whether a page may be read without a click of the reader on it. */
export async function mayReadUnasked(address: string | undefined): Promise<boolean> {
  if (address === undefined) return mayReadAll();
  return siteOf(address) === null || mayRead(address);
}

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
