/**
 * Owns the popup's life: brings the tab, the pack and the settings to the view, all asked for at once, and search when
 * that is painted. `?tab=` names a tab instead of the one in front, for whoever opens it as a page.
 */

import { signal } from '@preact/signals';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { Source } from '../../components/card/shown-entry';
import { I18n, type Translate } from '../../components/i18n';
import { type Place, PopupView } from '../../components/popup/PopupView';
import type { Entry, Library } from '../../glossary/library/library';
import type { Search } from '../../glossary/search/search';
import { followLanguage } from '../shared/language/follow-language';
import { interfaceLanguage, loadWords, translate } from '../shared/language/translate';
import { loadLibrary } from '../shared/library';
import { loadBundledPack } from '../shared/packaged-data';
import { bulletinPath } from '../shared/paths/bulletin-path';
import { onwardPath } from '../shared/paths/glossary-path';
import { takeUpdateNote } from '../shared/settings/update-note';
import { openShortcutSettings, readShortcuts, type Shortcut } from '../shared/shortcuts';
import { askPermission } from '../shared/sites/page-access';
import { openPanel } from './open-panel';
import { painted } from './painted';
import { PopupState } from './popup-state';

const PATHS: Record<Exclude<Place, 'panel'>, string> = {
  glossary: '/glossary-browser.html',
  bulletins: '/bulletin.html',
  options: '/options.html',
};

const given = Number(new URLSearchParams(location.search).get('tab'));
const state = new PopupState();
const started = state.start(Number.isInteger(given) && given > 0 ? given : null);
// Read beside the settings; `load` says so if that fails.
void loadBundledPack('').catch(() => null);
await loadWords();
/** Null until they are loaded. */
const library = signal<Library | null>(null);
const search = signal<Search | null>(null);
const words = signal<Translate>(translate);
const hasFailed = signal(false);
/** The version that was updated to; null where there is nothing to tell. */
const updatedTo = signal<string | null>(null);
const shortcuts = signal<readonly Shortcut[]>([]);

/** Ends the popup once that is done. */
async function leaveAfter(act: Promise<unknown>): Promise<void> {
  if (await state.attempt(act)) window.close();
}

/** Opens a page of ours beside the tab. */
function open(path: string): void {
  void leaveAfter(browser.tabs.create({ url: browser.runtime.getURL(path) }));
}

function openPlace(place: Place): void {
  if (place !== 'panel') open(PATHS[place]);
  else if (state.tab) void leaveAfter(openPanel(state.tab.id));
}

/** The background brings our script to the open pages of the site; the browser may have closed the popup by then. */
async function ask(): Promise<void> {
  const asked = askPermission(state.tab?.url);
  if ((await state.attempt(asked)) && (await asked)) window.close();
}

/** Not awaited by this module: what is imported late may import from it, and would wait for its end. */
async function load(): Promise<void> {
  const language = interfaceLanguage();
  await started;
  const loaded = await loadLibrary(language, '', state.settings);
  library.value = loaded;
  state.listen(loaded);
  await painted();
  const { loadSearch } = await import('./load-search');
  search.value = await loadSearch(language);
}

function sourcesOf({ evidence }: Entry): readonly Source[] {
  const bulletins = library.value?.bulletins ?? [];
  return bulletins.filter(({ id }) => evidence.some(({ bulletin }) => bulletin === id));
}

function App() {
  return (
    <I18n.Provider value={words.value}>
      <PopupView
        page={state.page.value}
        scope={state.scope.value}
        search={search.value}
        hasFailed={hasFailed.value}
        sourcesOf={sourcesOf}
        passageHref={bulletinPath}
        shortcuts={shortcuts.value}
        news={updatedTo.value === null ? null : words.value('options_updated', updatedTo.value)}
        on={{
          onOpenPassage: (bulletin, passage) => void open(bulletinPath(bulletin, passage)),
          onOpenEntry: ({ id }) => void open(onwardPath(id)),
          onOpen: openPlace,
          onShowMention: ({ index }, nth) => state.goTo(index, nth),
          onMute: (entry, isMuted) => void state.mute(entry, isMuted),
          onSetPageEnabled: (isOn) => void state.turnPage(isOn),
          onSetSiteEnabled: (isOn) => void state.turnSite(isOn),
          onSetBaseEnabled: (isOn) => void state.turnBase(isOn),
          onPause: (until) => void state.pause(until),
          onMarkPage: () => void state.markPage(),
          onAskPermission: () => void ask(),
          onReload: () => void (state.tab && leaveAfter(browser.tabs.reload(state.tab.id))),
          // A module that could not be imported is not asked for again by the same document.
          onRetry: () => location.reload(),
          onChangeKeys: () => void leaveAfter(openShortcutSettings()),
          onLeave: () => window.close(),
        }}
      />
    </I18n.Provider>
  );
}

document.documentElement.lang = interfaceLanguage();
document.title = translate('extension_name');
const app = document.getElementById('app');
app?.replaceChildren();
if (app) render(<App />, app);
void takeUpdateNote().then((version) => {
  updatedTo.value = version;
});
void listShortcuts();
followLanguage((other) => {
  words.value = other;
  document.title = translate('extension_name');
  void listShortcuts();
  void startOver();
}, new AbortController().signal);
void startOver();

async function listShortcuts(): Promise<void> {
  shortcuts.value = await readShortcuts();
}

function startOver(): Promise<void> {
  return load().catch((error: unknown) => {
    hasFailed.value = true;
    // biome-ignore lint/suspicious/noConsole: a reader sees that it failed, a developer why.
    console.error('[pangzhu] the popup has no glossary', error);
  });
}
