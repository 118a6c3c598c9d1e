/** The toolbar popup: brings the tab, the pack and the store to the view. */

import readings from 'virtual:pangzhu/readings';
import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { I18n } from '../../components/i18n';
import { type PageState, PopupView } from '../../components/PopupView';
import { createSearch } from '../../glossary/search/search';
import { bulletinPath } from '../shared/bulletin-path';
import { bundledPack } from '../shared/bundled-pack';
import { listenToPage } from '../shared/listen-to-page';
import { settingsStore } from '../shared/reader-settings';
import { isSiteOn, siteOf } from '../shared/site-rules';
import { interfaceLanguage, translate } from '../shared/translate';
import { openKeySettings, readCommandKeys } from './command-keys';

const page = signal<PageState>({ name: 'loading' });
const site = signal({ host: null as string | null, isOn: true, hasFailed: false });
const pack = await bundledPack(interfaceLanguage());
const search = createSearch(pack, readings);
const keys = signal<Awaited<ReturnType<typeof readCommandKeys>>>([]);

async function start(): Promise<void> {
  document.documentElement.lang = interfaceLanguage();
  const app = document.getElementById('app');
  if (app) render(<App />, app);
  void readCommandKeys().then((read) => {
    keys.value = read;
  });
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  site.value = await readSite(tab?.url ?? '');
  if (tab?.id === undefined) {
    page.value = { name: 'unreadable' };
    return;
  }
  listenToPage(tab.id, pack, {
    onTerms: (terms) => {
      page.value = { name: 'read', terms };
    },
    onUnreadable: () => {
      page.value = { name: 'unreadable' };
    },
  });
}

async function readSite(address: string): Promise<typeof site.value> {
  const host = siteOf(address);
  // A store that cannot be read has no site switched off.
  const state = await settingsStore.read().catch(() => null);
  return { host, isOn: state === null || isSiteOn(state.settings.sites, host), hasFailed: false };
}

async function turnSite(isOn: boolean): Promise<void> {
  const { host } = site.value;
  if (host === null) return;
  site.value = { host, isOn, hasFailed: false };
  const turned = await settingsStore.turnSite(host, isOn).catch(() => ({ ok: false }));
  if (!turned.ok) site.value = { host, isOn: !isOn, hasFailed: true };
}

/** Opens a page of ours beside the tab, and ends the popup. */
async function open(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
  window.close();
}

function App() {
  const { host, isOn } = site.value;
  const isOff = host !== null && !isOn;
  return (
    <I18n.Provider value={translate}>
      <PopupView
        page={isOff ? { name: 'off' } : page.value}
        site={site.value}
        find={(query) => search.find(query)}
        sourcesOf={(entry) => pack.bulletins.filter(({ id }) => entry.evidence.some(({ bulletin }) => bulletin === id))}
        passageHref={bulletinPath}
        bulletinsHref="/bulletin.html"
        onOpenPassage={(bulletin, passage) => void open(bulletinPath(bulletin, passage))}
        onOpenBulletins={() => void open('/bulletin.html')}
        onTurnSite={(turned) => void turnSite(turned)}
        keys={keys.value}
        onChangeKeys={() => void openKeySettings().then(() => window.close())}
        onLeave={() => window.close()}
      />
    </I18n.Provider>
  );
}

void start();
