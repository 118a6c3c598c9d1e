/** Follows the front tab: its page, its navigation, and switches of tabs. */
import browser from 'webextension-polyfill';
import type { PanelPage } from '../../components/panel/PagePanel';
import type { LibrarySource } from '../shared/page/ask-frames';
import { listenToPage, type PageListener } from '../shared/page/listen-to-page';
import type { NthMention } from '../shared/page/sum-up-terms';
import { findTab } from '../shared/page/tab-access';
import { settingsStore } from '../shared/settings/reader-settings';
import { restrictionOf } from '../shared/sites/page-access';

/** The tab that the panel shows. */
export interface FollowedTab {
  /** Shows a mention in the page. */
  goTo(mention: NthMention): void;
  /** Reads the page again, because entry indexes have changed. */
  readAgain(): void;
}

/**
 * Calls `on.onPage` now and after each change of the tab's page, as long as the panel is open.
 * @param given the tab; null for the front tab of the panel's window.
 * @param libraryNow returns the library by which terms are read.
 */
export function followTab(
  given: number | null,
  libraryNow: () => LibrarySource,
  on: { onPage(page: PanelPage): void; onPointed?(entry: number): void },
): FollowedTab {
  let tabId: number | null = given;
  let listener: PageListener | null = null;
  let turn = 0;
  const read = async () => {
    const mine = ++turn;
    // States may be ready in another order than they were reported.
    let reports = 0;
    const report = async (page: Promise<PanelPage> | PanelPage) => {
      const nth = ++reports;
      const state = await Promise.resolve(page).catch(failed);
      if (mine === turn && nth === reports) on.onPage(state);
    };
    listener?.close();
    listener = null;
    on.onPage({ name: 'loading' });
    try {
      const tab = await findTab(given);
      if (mine !== turn) return;
      tabId = tab?.id ?? null;
      if (tabId === null) {
        on.onPage({ name: 'restricted', reason: 'browser' });
        return;
      }
      listener = listenToPage(tabId, libraryNow(), {
        onTerms: (terms, isOn) => {
          if (isOn === false) void report(whyOff().then((name) => ({ name })));
          else void report(isOn ? { name: 'read', terms } : { name: 'loading' });
        },
        onPointed: (entry) => on.onPointed?.(entry),
        onUnreadable: () => void report(restrictionOf(tab?.url).then((reason) => ({ name: 'restricted', reason }))),
      });
    } catch (error) {
      void report(failed(error));
    }
  };
  if (given === null) {
    // Registered first, because tabs may be switched before the browser has returned the panel's window.
    const ownWindow = browser.windows.getCurrent();
    browser.tabs.onActivated.addListener(({ windowId }) => {
      ownWindow.then(
        ({ id }) => {
          if (windowId === id) void read();
        },
        // Without its window the panel stays with its first tab.
        (error: unknown) => void failed(error),
      );
    });
  }
  browser.tabs.onUpdated.addListener((id, { status }) => {
    // At the end of loading, and at its start, when the old page is gone.
    if (id === tabId && status) void read();
  });
  void read();
  return { goTo: (mention) => listener?.goTo(mention), readAgain: () => void read() };
}

/** Logs an error of the browser. */
function failed(error: unknown): PanelPage {
  // biome-ignore lint/suspicious/noConsole: for developers; readers see a message.
  console.error('[pangzhu] the panel cannot ask for its page', error);
  return { name: 'failed' };
}

/** Why a page is not marked. */
async function whyOff(): Promise<'off' | 'paused'> {
  const state = await settingsStore.read().catch(() => null);
  return (state?.settings.pausedUntil ?? 0) > Date.now() ? 'paused' : 'off';
}
