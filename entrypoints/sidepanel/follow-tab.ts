/** Owns which tab the panel is about, and what is known of its page: follows switches of tabs and navigation. */
import browser from 'webextension-polyfill';
import type { PanelPage } from '../../components/panel/PagePanel';
import type { Pack } from '../../glossary/pack/pack';
import { listenToPage, type PageListener } from '../shared/listen-to-page';
import { barOf } from '../shared/page-access';
import { settingsStore } from '../shared/reader-settings';
import { isSiteOn, siteOf } from '../shared/site-rules';
import type { NthMention } from '../shared/sum-up-terms';

export interface FollowedTab {
  goTo(mention: NthMention): void;
  /** To be called when the settings changed: the page may be on or off now. */
  takeSettings(): void;
}

/**
 * Tells `onPage` of the tab's page now and whenever that changes, as long as the panel lives.
 * @param given the tab; null for the one in front in the panel's window.
 */
export function followTab(given: number | null, pack: Pack, onPage: (page: PanelPage) => void): FollowedTab {
  let tabId: number | null = given;
  let listener: PageListener | null = null;
  let turn = 0;
  /** Why terms are not marked, as last told; null where they are. */
  let off: 'off' | 'paused' | null = null;
  const look = async () => {
    const mine = ++turn;
    listener?.close();
    listener = null;
    onPage({ name: 'loading' });
    const tab = await find(given);
    const why = await whyOff(tab?.url ?? '');
    if (mine !== turn) return;
    tabId = tab?.id ?? null;
    off = why;
    if (tabId === null) onPage({ name: 'barred', by: 'browser' });
    else if (why) onPage({ name: why });
    else {
      const tell = (page: PanelPage) => {
        if (mine === turn) onPage(page);
      };
      listener = listenToPage(tabId, pack, {
        onTerms: (terms) => tell({ name: 'read', terms }),
        onUnreadable: () => void barOf(tab?.url).then((by) => tell({ name: 'barred', by })),
      });
    }
  };
  /** Another setting is no reason to begin anew: the page tells itself what it mentions now. */
  const lookIfTurned = async () => {
    const tab = await find(given);
    if ((await whyOff(tab?.url ?? '')) !== off) await look();
  };
  if (given === null) {
    void browser.windows.getCurrent().then(({ id: own }) => {
      browser.tabs.onActivated.addListener(({ windowId }) => {
        if (windowId === own) void look();
      });
    });
  }
  browser.tabs.onUpdated.addListener((id, { status }) => {
    // When it has loaded; and when it begins to, since the old page is gone then.
    if (id === tabId && status) void look();
  });
  void look();
  return { goTo: (mention) => listener?.goTo(mention), takeSettings: () => void lookIfTurned() };
}

async function find(given: number | null) {
  if (given !== null) return browser.tabs.get(given).catch(() => null);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** Null where terms are marked. */
async function whyOff(address: string): Promise<'off' | 'paused' | null> {
  // A store that cannot be read has nothing switched off.
  const state = await settingsStore.read().catch(() => null);
  if (!state) return null;
  const { sites, pausedUntil } = state.settings;
  if (!isSiteOn(sites, siteOf(address))) return 'off';
  return pausedUntil !== null && pausedUntil > Date.now() ? 'paused' : null;
}
