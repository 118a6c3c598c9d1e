/** Opens the side panel of Chromium or the sidebar of Firefox. */
import browser from 'webextension-polyfill';

/** The part of Chromium's API that the polyfill does not declare. */
interface ChromiumGlobal {
  chrome?: { sidePanel?: { open(of: { tabId: number }): Promise<void> } };
}

/** Opens it. Call it in a click, before any await: browsers require a user gesture. */
export function openPanel(tabId: number): Promise<void> {
  const { chrome } = globalThis as ChromiumGlobal; // Firefox has no `sidePanel` in it.
  return chrome?.sidePanel ? chrome.sidePanel.open({ tabId }) : browser.sidebarAction.open();
}
