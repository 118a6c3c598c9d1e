/** Owns which tab the panel is about, and what is known of its page: follows switches of tabs and navigation. */
import browser from 'webextension-polyfill';
import type { PanelPage } from '../../components/panel/PagePanel';
import type { Library } from '../../glossary/library/library';
import { listenToPage, type PageListener } from '../shared/page/listen-to-page';
import type { NthMention } from '../shared/page/sum-up-terms';
import { findTab } from '../shared/page/tab-access';
import { settingsStore } from '../shared/settings/reader-settings';
import { barOf } from '../shared/sites/page-access';

export interface FollowedTab {
  goTo(mention: NthMention): void;
  /** Asks the page anew: what its indexes mean has changed. */
  lookAgain(): void;
}

/**
 * Tells `onPage` of the tab's page now and whenever that changes, as long as the panel lives.
 * @param given the tab; null for the one in front in the panel's window.
 * @param libraryNow the library by which to read the page's terms.
 */
export function followTab(
  given: number | null,
  libraryNow: () => Library,
  onPage: (page: PanelPage) => void,
): FollowedTab {
  let tabId: number | null = given;
  let listener: PageListener | null = null;
  let turn = 0;
  const look = async () => {
    const mine = ++turn;
    // What the page says later may be answered sooner.
    let said = 0;
    const tell = async (page: Promise<PanelPage> | PanelPage) => {
      const nth = ++said;
      const told = await Promise.resolve(page).catch(failed);
      if (mine === turn && nth === said) onPage(told);
    };
    listener?.close();
    listener = null;
    onPage({ name: 'loading' });
    try {
      const tab = await findTab(given);
      if (mine !== turn) return;
      tabId = tab?.id ?? null;
      if (tabId === null) {
        onPage({ name: 'restricted', reason: 'browser' });
        return;
      }
      listener = listenToPage(tabId, libraryNow(), {
        onTerms: (terms, isOn) => {
          if (isOn === false) void tell(whyOff().then((name) => ({ name })));
          else void tell(isOn ? { name: 'read', terms } : { name: 'loading' });
        },
        onUnreadable: () => void tell(barOf(tab?.url).then((reason) => ({ name: 'restricted', reason }))),
      });
    } catch (error) {
      void tell(failed(error));
    }
  };
  if (given === null) {
    // Listens from the start: a switch of tabs while the browser is still naming the panel's window counts, too.
    const ownWindow = browser.windows.getCurrent();
    browser.tabs.onActivated.addListener(({ windowId }) => {
      ownWindow.then(
        ({ id }) => {
          if (windowId === id) void look();
        },
        // Without its window the panel stays with the tab it was opened beside.
        (error: unknown) => void failed(error),
      );
    });
  }
  browser.tabs.onUpdated.addListener((id, { status }) => {
    // When it has loaded; and when it begins to, since the old page is gone then.
    if (id === tabId && status) void look();
  });
  void look();
  return { goTo: (mention) => listener?.goTo(mention), lookAgain: () => void look() };
}

/** What the browser refuses to tell. */
function failed(error: unknown): PanelPage {
  // biome-ignore lint/suspicious/noConsole: a reader sees that it failed, a developer why.
  console.error('[pangzhu] the panel cannot ask for its page', error);
  return { name: 'failed' };
}

/** Of a page that says it is not to be marked. */
async function whyOff(): Promise<'off' | 'paused'> {
  const state = await settingsStore.read().catch(() => null);
  return (state?.settings.pausedUntil ?? 0) > Date.now() ? 'paused' : 'off';
}
