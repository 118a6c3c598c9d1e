/** Owns what the browser lets the extension see, which the reader can narrow at any time without asking us. */
import browser from 'webextension-polyfill';

const EVERYWHERE = { origins: ['<all_urls>'] };

export type SiteAccess = 'all' | 'some' | 'none';

export async function readSiteAccess(): Promise<SiteAccess> {
  if (await browser.permissions.contains(EVERYWHERE)) return 'all';
  const { origins = [] } = await browser.permissions.getAll();
  return origins.length > 0 ? 'some' : 'none';
}

/** Asks the reader for all sites; only from a click of theirs. @returns whether they said yes. */
export function askSiteAccess(): Promise<boolean> {
  return browser.permissions.request(EVERYWHERE);
}

/** Calls `onChange` whenever access was given or taken, until `signal` aborts. */
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
 * Opens the browser's own page where access is narrowed, in a new tab.
 * @returns false where it cannot be opened by an extension (Firefox): then the reader must be told the way.
 */
export async function openAccessPage(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return false;
  await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
  return true;
}
