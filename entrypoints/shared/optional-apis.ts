/**
 * The APIs that a browser may lack: Firefox for Android has none of them. Use them from here only, so that the type checker
 * demands a test for them.
 */
import browser from 'webextension-polyfill';

type OptionalName = 'commands' | 'contextMenus' | 'omnibox' | 'sidebarAction' | 'windows';

/** The browser's API, each part undefined where the browser has none. */
export const optionalApis: Partial<Pick<typeof browser, OptionalName>> = browser;
