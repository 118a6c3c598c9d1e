/** The browser's site access, which readers can restrict at any time. */
import browser from 'webextension-polyfill';

const EVERYWHERE = { origins: ['<all_urls>'] };

export type SiteAccess = 'all' | 'some' | 'none';

/** The current access. */
export async function readSiteAccess(): Promise<SiteAccess> {
  if (await browser.permissions.contains(EVERYWHERE)) return 'all';
  const { origins = [] } = await browser.permissions.getAll();
  return origins.length > 0 ? 'some' : 'none';
}

/** Requests access to all sites. Call it in a click. @returns whether it was granted. */
export function askSiteAccess(): Promise<boolean> {
  return browser.permissions.request(EVERYWHERE);
}

/** Calls `onChange` after each change of access, until `signal` aborts. */
export function watchSiteAccess(onChange: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  signal.addEventListener(
    'abort',
    () => {
      onAdded.removeListener(onChange);
      onRemoved.removeListener(onChange);
    },
    { once: true },
  );
}

/**
 * Opens the browser's page for site access in a new tab.
 * @returns false in Firefox, where extensions cannot open it.
 */
export async function openAccessPage(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return false;
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
  return true;
}
