/** The side panel of Chromium or the sidebar of Firefox. */
import { optionalApis } from './optional-apis';

/** The part of Chromium's API that the polyfill does not declare. */
interface ChromiumGlobal {
  chrome?: { sidePanel?: { open(of: { tabId: number }): Promise<void> } };
}

/** Whether the browser has a panel: Firefox for Android has none. */
export function hasPanel(): boolean {
  return (globalThis as ChromiumGlobal).chrome?.sidePanel !== undefined || optionalApis.sidebarAction !== undefined;
}

/** Opens the panel. Call it in a click, before any await: browsers require a user gesture. */
export async function openPanel(tabId: number): Promise<void> {
  const { chrome } = globalThis as ChromiumGlobal; // Firefox has no `sidePanel` in it.
  await (chrome?.sidePanel ? chrome.sidePanel.open({ tabId }) : optionalApis.sidebarAction?.open());
}
