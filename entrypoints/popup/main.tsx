/**
 * The popup: connects tab, library and settings with the view. All are requested at once; search is loaded after the first
 * paint. `?tab=` names another tab than the front one, if the popup is opened as a page.
 */
import { computed, signal } from '@preact/signals';
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
import { NO_TERMS } from '../shared/packs/reader-packs';
import { bulletinPath, onwardPath, PACKS_PATH } from '../shared/page-paths';
import { takeUpdateNote } from '../shared/settings/update-note';
import { openShortcutSettings, readShortcuts, type Shortcut } from '../shared/shortcuts';
import { hasPanel, openPanel } from '../shared/side-panel';
import { askPermission } from '../shared/sites/page-access';
import { PopupState } from './popup-state';
import { untilPainted } from './until-painted';

const PATHS: Record<Exclude<Place, 'panel'>, string> = {
  glossary: '/glossary-browser.html',
  bulletins: '/bulletin.html',
  packs: PACKS_PATH,
  options: '/options.html',
};

const given = Number(new URLSearchParams(location.search).get('tab'));
const state = new PopupState();
const started = state.start(Number.isInteger(given) && given > 0 ? given : null);
// Read in parallel with the settings; `load` reports a failure.
void loadBundledPack('').catch(() => null);
await loadWords();
/** Null until it is loaded. */
const library = signal<Library | null>(null);
/** With the terms of the page; null until they are read, and on a page that cannot be read. */
const pageLibrary = signal<Library | null>(null);
/** Those of other edited packs only if they have a term on the page. */
const bulletins = computed(() => (pageLibrary.value ?? library.value)?.bulletins ?? []);
const search = signal<Search | null>(null);
const words = signal<Translate>(translate);
const hasFailed = signal(false);
/** The new version after an update; null otherwise. */
const updatedTo = signal<string | null>(null);
const shortcuts = signal<readonly Shortcut[]>([]);

/** Closes the popup after a successful action. */
async function leaveAfter(act: Promise<unknown>): Promise<void> {
  if (await state.attempt(act)) window.close();
}

/** Opens an extension page in a new tab. */
function open(path: string): void {
  void leaveAfter(browser.tabs.create({ url: browser.runtime.getURL(path) }));
}

function openPlace(place: Place): void {
  if (place !== 'panel') open(PATHS[place]);
  else if (state.tab) void leaveAfter(openPanel(state.tab.id));
}

/** Requests access. The background then injects the script; the browser may have closed the popup by then. */
async function requestAccess(): Promise<void> {
  const asked = askPermission(state.tab?.url);
  if ((await state.attempt(asked)) && (await asked)) window.close();
}

/** Aborted when the search is made anew. */
let making = new AbortController();

/** Not awaited by this module: a module that is imported later may import from it, and would wait for its end. */
async function load(): Promise<void> {
  making.abort();
  making = new AbortController();
  const { signal } = making;
  const language = interfaceLanguage();
  await started;
  library.value = await loadLibrary(language, '', state.settings, NO_TERMS);
  // Of imported packs only the terms of the page are read: all of them would delay the first paint.
  state.listen(async (entries) => {
    const read = await loadLibrary(language, '', state.settings, { entries });
    pageLibrary.value = read;
    return read;
  });
  await untilPainted();
  const { loadSearch } = await import('./load-search');
  const show = (made: Search) => {
    search.value = made;
  };
  if (!signal.aborted) await loadSearch(language, show, signal);
}

/** Needed by few readers: kept out of the popup's first script. */
const loadExport = () => import('../shared/export-terms');

function sourcesOf({ evidence }: Entry): readonly Source[] {
  return bulletins.value.filter(({ id }) => evidence.some(({ bulletin }) => bulletin === id));
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
        hasPanel={hasPanel()}
        shortcuts={shortcuts.value}
        news={updatedTo.value === null ? null : words.value('options_updated', updatedTo.value)}
        on={{
          onOpenPassage: (bulletin, passage) => void open(bulletinPath(bulletin, passage)),
          onOpenEntry: ({ id }) => void open(onwardPath(id)),
          onOpen: openPlace,
          onShowMention: ({ index }, nth) => state.goTo(index, nth),
          onExport: (entries, format) =>
            void loadExport().then((to) => to.exportEntries(entries, bulletins.value, format)),
          describeLosses: async (entries, format) =>
            (await loadExport()).lossesOfEntries(entries, bulletins.value, format),
          onMute: (entry, isMuted) => void state.mute(entry, isMuted),
          onSetPageEnabled: (isOn) => void state.setPageEnabled(isOn),
          onSetSiteEnabled: (isOn) => void state.setSiteEnabled(isOn),
          onSetBaseEnabled: (isOn) => void state.setBaseEnabled(isOn),
          onPause: (until) => void state.pause(until),
          onMarkPage: () => void state.markPage(),
          onAskPermission: () => void requestAccess(),
          onReload: () => void (state.tab && leaveAfter(browser.tabs.reload(state.tab.id))),
          // A document never retries the import of a module that failed.
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
    // biome-ignore lint/suspicious/noConsole: for developers; readers see a message.
    console.error('[pangzhu] the popup has no glossary', error);
  });
}
