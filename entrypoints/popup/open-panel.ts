/** Owns opening the list beside the page: the side panel of Chromium, the sidebar of Firefox. */
import browser from 'webextension-polyfill';

/** Not in the polyfill's types. */
interface ChromiumGlobal {
  chrome?: { sidePanel?: { open(of: { tabId: number }): Promise<void> } };
}

/** Call it from a click, before anything is awaited: the browser wants the reader's own hand. */
export function openPanel(tabId: number): Promise<void> {
  const { chrome } = globalThis as ChromiumGlobal; // Firefox has no `sidePanel` in it.
  return chrome?.sidePanel ? chrome.sidePanel.open({ tabId }) : browser.sidebarAction.open();
}
