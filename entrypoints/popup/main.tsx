/**
 * The toolbar popup: brings the tab, the pack and the settings to the view. `?tab=` names a tab instead of the one in
 * front, for whoever opens it as a page.
 */

import readings from 'virtual:pangzhu/readings';
import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { I18n } from '../../components/i18n';
import { type Place, PopupView } from '../../components/PopupView';
import { createSearch } from '../../glossary/search/search';
import { bulletinPath } from '../shared/bulletin-path';
import { entryPath } from '../shared/glossary-path';
import { askPermission } from '../shared/page-access';
import { loadPack } from '../shared/reader-pack';
import { openShortcutSettings, readShortcuts, type Shortcut } from '../shared/shortcuts';
import { interfaceLanguage, loadWords, translate } from '../shared/translate';
import { takeUpdateNote } from '../shared/update-note';
import { openPanel } from './open-panel';
import { PopupState } from './popup-state';

const PATHS: Record<Exclude<Place, 'panel'>, string> = {
  glossary: '/glossary-browser.html',
  bulletins: '/bulletin.html',
  options: '/options.html',
};

await loadWords();
const pack = await loadPack(interfaceLanguage(), readings);
const search = createSearch(pack, readings);
const state = new PopupState();
const news = signal<string | null>(null);
const shortcuts = signal<readonly Shortcut[]>([]);

/** Opens a page of ours beside the tab, and ends the popup. */
async function open(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
  window.close();
}

function openPlace(place: Place): void {
  if (place !== 'panel') void open(PATHS[place]);
  else if (state.tab) void openPanel(state.tab.id).then(() => window.close());
}

async function reload(): Promise<void> {
  if (state.tab) await browser.tabs.reload(state.tab.id);
  window.close();
}

/** The background brings our script to the open pages of the site; the browser may have closed the popup by then. */
async function ask(): Promise<void> {
  if (await askPermission(state.tab?.url)) window.close();
}

function App() {
  return (
    <I18n.Provider value={translate}>
      <PopupView
        page={state.page.value}
        reach={state.reach.value}
        search={search}
        sourcesOf={(entry) => pack.bulletins.filter(({ id }) => entry.evidence.some(({ bulletin }) => bulletin === id))}
        passageHref={bulletinPath}
        shortcuts={shortcuts.value}
        news={news.value}
        on={{
          onOpenPassage: (bulletin, passage) => void open(bulletinPath(bulletin, passage)),
          onOpenEntry: ({ id }) => void open(entryPath(id)),
          onOpen: openPlace,
          onGo: ({ index }, nth) => state.goTo(index, nth),
          onMute: (entry, isMuted) => void state.mute(entry, isMuted),
          onTurnPage: (isOn) => void state.turnPage(isOn),
          onTurnSite: (isOn) => void state.turnSite(isOn),
          onTurnBase: (isOn) => void state.turnBase(isOn),
          onPause: (until) => void state.pause(until),
          onMarkPage: () => void state.markPage(pack),
          onAskPermission: () => void ask(),
          onReload: () => void reload(),
          onChangeKeys: () => void openShortcutSettings().then(() => window.close()),
          onLeave: () => window.close(),
        }}
      />
    </I18n.Provider>
  );
}

document.documentElement.lang = interfaceLanguage();
const app = document.getElementById('app');
if (app) render(<App />, app);
void takeUpdateNote().then((version) => {
  if (version !== null) news.value = translate('options_updated', version);
});
void readShortcuts().then((read) => {
  shortcuts.value = read;
});
const given = Number(new URLSearchParams(location.search).get('tab'));
void state.start(pack, Number.isInteger(given) && given > 0 ? given : null);
